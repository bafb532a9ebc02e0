package ganglion.hardware.layered;

import ganglion.hardware.layered.ActivityLayer.Kind;
import ganglion.hardware.layered.ActivityLayer.Window;
import ganglion.hardware.layered.ActivityNetwork.LayerProblem;
import java.util.ArrayList;
import java.util.List;

/** Checks that the shapes of a layer fit its window and the layers before it. */
final class ShapeChecks {

    /** Inputs or outputs of a layer: far beyond any network, and exact in floating point. */
    private static final long MOST_NUMBERS = 1_000_000_000_000L;

    private final ActivityNetwork network;
    private final int index;
    private final ActivityLayer layer;
    private final List<LayerProblem> problems = new ArrayList<>();

    ShapeChecks(ActivityNetwork network, int index) {
        this.network = network;
        this.index = index;
        this.layer = network.layer(index);
        checkSizes();
    }

    /** What is wrong with the shapes. */
    List<LayerProblem> problems() {
        return problems;
    }

    private void checkSizes() {
        long in = network.inputSize(index);
        if (Math.max(in, network.size(index)) > MOST_NUMBERS) {
            problem(
                    "shape",
                    "found " + network.size(index) + " outputs and " + in + " inputs, expected at most "
                            + MOST_NUMBERS);
        }
        List<Long> sizes = network.sources(index).stream().map(network::size).toList();
        checkGiven("input-shape", in, "inputs", sizes);
        if (layer.kind() == Kind.NEURONS || layer.kind() == Kind.NORMALISATION) {
            checkGiven("shape", network.size(index), "outputs", sizes);
        }
        boolean given = layer.synapses().denseProducts().isPresent();
        if (!given && (layer.kind() == Kind.ATTENTION || layer.kind() == Kind.SPARSE)) {
            problem(
                    "dense-products",
                    "found none, expected dense-products of a layer that is "
                            + layer.kind().word());
        } else if (!given && layer.kind() == Kind.CONVOLUTION) {
            checkConvolution();
        }
    }

    /** One layer before this one gives as many, or all of them together do. */
    private void checkGiven(String key, long found, String what, List<Long> sizes) {
        boolean known = sizes.isEmpty()
                || sizes.contains(found)
                || sizes.stream().mapToLong(size -> size).sum() == found;
        if (!known) {
            problem(
                    key,
                    "found " + found + " " + what + ", but "
                            + network.layer(network.sources(index).get(0)).name() + " gives " + sizes.get(0)
                            + "; expected as many");
        }
    }

    private void checkConvolution() {
        Window window = layer.window();
        List<Integer> in = network.inputShape(index);
        List<Integer> out = layer.shape();
        int space = window.kernel().size();
        if (space == 0 || in.size() != space + 1 || out.size() != space + 1) {
            problem(
                    "kernel",
                    "found " + space + " sizes of a kernel between shapes " + in + " and " + out
                            + ", expected one for each dimension of space behind the channels");
            return;
        }
        if (in.get(0) % window.groups() != 0 || out.get(0) % window.groups() != 0) {
            problem("groups", "found " + window.groups() + ", expected a divisor of the channels");
        }
        for (int d = 0; d < space; d++) {
            long reach = (long) window.dilationAt(d) * (window.kernel().get(d) - 1) + 1;
            long room = in.get(d + 1) + 2L * window.paddingAt(d) - reach;
            long expected = room < 0 ? 0 : room / window.strideAt(d) + 1;
            if (out.get(d + 1) != expected) {
                problem(
                        "shape",
                        "found " + out + ", but dimension " + (d + 1) + " of the output is " + expected
                                + " for an input of "
                                + in + ", a kernel of " + window.kernel()
                                + ", and its stride, padding and dilation");
                return;
            }
        }
    }

    private void problem(String key, String message) {
        problems.add(new LayerProblem(index, key, message));
    }
}
