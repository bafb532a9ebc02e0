package ganglion.scenario.interchange.nir;

import java.util.Collections;

/** The padding that PyTorch's words stand for. */
final class Paddings {

    private Paddings() {}

    /** @throws IllegalArgumentException if the word is another, or {@code same} goes with a stride */
    static Sliding ofWord(String word, TensorShape kernel, TensorShape stride, TensorShape dilation) {
        int axes = kernel.rank();
        TensorShape none = new TensorShape(Collections.nCopies(axes, 0));
        if (word.equals("valid")) {
            return new Sliding(kernel, stride, none, none, dilation);
        }
        boolean stepsByOne = stride.sizes().stream().allMatch(size -> size == 1);
        if (!word.equals("same") || !stepsByOne || dilation.rank() != axes) {
            throw new IllegalArgumentException("found the padding \"" + word + "\" with the stride " + stride
                    + ", expected numbers, \"valid\", or \"same\" with a stride of 1");
        }
        int[] before = new int[axes];
        int[] after = new int[axes];
        for (int axis = 0; axis < axes; axis++) {
            int total = dilation.size(axis) * (kernel.size(axis) - 1);
            before[axis] = total / 2;
            after[axis] = total - before[axis];
        }
        return new Sliding(kernel, stride, TensorShape.of(before), TensorShape.of(after), dilation);
    }
}
