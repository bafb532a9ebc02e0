package ganglion.scenario.interchange.nir;

import java.util.Collections;
import java.util.Objects;

/**
 * How a window moves over the spatial axes of its input: one number for each axis. As in PyTorch, nothing is flipped, and
 * what lies beyond the edges counts as zero.
 *
 * @param kernel lengths of the window, at least 1
 * @param stride distance between two windows, at least 1
 * @param before zeros before the first input, 0 or more
 * @param after zeros after the last input, 0 or more
 * @param dilation distance between two elements of the window, at least 1
 */
public record Sliding(
        TensorShape kernel, TensorShape stride, TensorShape before, TensorShape after, TensorShape dilation) {

    /** @throws IllegalArgumentException if the axes do not agree, or a number is out of range */
    public Sliding {
        Objects.requireNonNull(kernel, "kernel");
        requireAxes("stride", stride, kernel, 1);
        requireAxes("padding", before, kernel, 0);
        requireAxes("padding", after, kernel, 0);
        requireAxes("dilation", dilation, kernel, 1);
        requireAxes("kernel", kernel, kernel, 1);
    }

    private static void requireAxes(String what, TensorShape found, TensorShape kernel, int least) {
        if (found.rank() != kernel.rank() || found.sizes().stream().anyMatch(size -> size < least)) {
            throw new IllegalArgumentException("found the " + what + " " + found + ", expected " + kernel.rank()
                    + " whole numbers of at least " + least);
        }
    }

    /**
     * Number of windows along an axis.
     *
     * @throws IllegalArgumentException if not even one window fits
     */
    public int outputSize(int axis, int input) {
        long span = (long) dilation.size(axis) * (kernel.size(axis) - 1) + 1;
        long padded = (long) input + before.size(axis) + after.size(axis);
        if (padded < span || padded > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a window of " + span + " does not fit into an input of " + input + " with its padding");
        }
        return (int) ((padded - span) / stride.size(axis)) + 1;
    }

    /**
     * A kernel with the padding that a word of PyTorch stands for.
     *
     * @throws IllegalArgumentException if the word is another, or {@code same} goes with a stride
     */
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
