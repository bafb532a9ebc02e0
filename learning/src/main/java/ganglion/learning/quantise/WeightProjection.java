package ganglion.learning.quantise;

import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.figure.Figure;
import ganglion.learning.model.Model;
import ganglion.learning.model.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a chip rounds weight matrices: of each neuron's weights only the {@code fanIn} largest are kept, and each matrix is
 * rounded to {@code bits} bits: to multiples of {@code largest weight / (2^(bits-1) - 1)}, symmetric around zero. Biases,
 * decays and thresholds stay as they are. A step of each neuron's own serves chips that count each potential in steps of the
 * weights that lead to it.
 *
 * @param bits bits of a weight with its sign, 2 to 24; 0 for exact weights
 * @param fanIn most synapses into one neuron from one layer; 0 for any number
 * @param perNeuron whether the largest weight is that of each neuron rather than of the matrix
 */
public record WeightProjection(int bits, int fanIn, boolean perNeuron) {

    /** Exact weights. */
    public static final WeightProjection NONE = new WeightProjection(0, 0);

    private static final int MOST_BITS = 24;

    /** @throws IllegalArgumentException if a number is out of range */
    public WeightProjection {
        if (bits != 0 && (bits < 2 || bits > MOST_BITS)) {
            throw new IllegalArgumentException("weights of " + bits + " bits, expected 2 to " + MOST_BITS);
        }
        if (fanIn < 0) {
            throw new IllegalArgumentException("a fan-in of " + fanIn + ", expected 1 or more");
        }
    }

    /** One step for all weights of a matrix. */
    public WeightProjection(int bits, int fanIn) {
        this(bits, fanIn, false);
    }

    /**
     * The known limits of a chip: no neuron has more sources than reach its core.
     *
     * @throws IllegalArgumentException if the chip's weights are no multiples of a step with a sign
     */
    public static WeightProjection of(HardwareProfile profile) {
        ChipLimits limits = profile.cores().limits();
        double fanIn = Stream.of(limits.of(Limit.FAN_IN), limits.of(Limit.INPUT_AXONS_PER_CORE))
                .flatMap(Optional::stream)
                .mapToDouble(Figure::value)
                .min()
                .orElse(0);
        double bits = limits.of(Limit.WEIGHT_BITS).map(Figure::value).orElse(0.0);
        return new WeightProjection((int) bits, (int) fanIn);
    }

    /** Whether it changes anything. */
    public boolean active() {
        return bits != 0 || fanIn != 0;
    }

    /** Whether it concerns a parameter: the weights of dense, convolutional and recurrent layers. */
    public boolean concerns(Parameter parameter) {
        boolean weights = parameter.name().equals("weight") || parameter.name().equals("recurrent_weight");
        return active() && weights && parameter.shape().length > 1;
    }

    /** A model whose weights are those that the chip can hold. */
    public Model apply(Model model) {
        Model copy = model.copy();
        for (Parameter parameter : copy.allParameters()) {
            if (concerns(parameter)) {
                project(parameter.values(), parameter.shape()[0]);
            }
        }
        return copy;
    }

    /**
     * Thins out and rounds weights in place.
     *
     * @param weights row by target neuron
     * @param targets number of rows
     */
    public void project(double[] weights, int targets) {
        int sources = weights.length / targets;
        if (fanIn != 0 && fanIn < sources) {
            for (int target = 0; target < targets; target++) {
                keepLargest(weights, target * sources, sources);
            }
        }
        int row = perNeuron ? sources : weights.length;
        for (int from = 0; bits != 0 && from < weights.length; from += row) {
            round(weights, from, from + row);
        }
    }

    private void keepLargest(double[] weights, int from, int count) {
        double[] sizes = new double[count];
        for (int i = 0; i < count; i++) {
            sizes[i] = Math.abs(weights[from + i]);
        }
        Arrays.sort(sizes);
        double least = sizes[count - fanIn];
        // Of weights as large as the least to be kept, the first stay.
        int left =
                fanIn - (int) Arrays.stream(sizes).filter(size -> size > least).count();
        for (int i = from; i < from + count; i++) {
            double size = Math.abs(weights[i]);
            if (size < least || size == least && left-- <= 0) {
                weights[i] = 0;
            }
        }
    }

    private void round(double[] weights, int from, int end) {
        double largest = 0;
        for (int i = from; i < end; i++) {
            largest = Math.max(largest, Math.abs(weights[i]));
        }
        double step = (float) (largest / ((1 << bits - 1) - 1));
        for (int i = from; i < end && step > 0; i++) {
            // As a float, so that both engines and the compiled network have the same weight; zero without a sign.
            weights[i] = (float) (Math.rint(weights[i] / step) * step) + 0.0;
        }
    }
}
