package ganglion.learning.model;

import ganglion.learning.model.LayerShape.Window;
import ganglion.learning.model.Parameter.Initial;
import ganglion.learning.model.Parameter.ParameterShape;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * One stage of a network: immutable description without parameter values. Every layer but those of neurons is stateless:
 * its output at a step depends on its input at that step alone, but for the statistics of {@link BatchNormalisation} and for
 * {@link Dense} with delays, which look back.
 */
public sealed interface Layer
        permits Dense,
                FiringLayer,
                Layer.BatchNormalisation,
                Layer.Convolution,
                Layer.Dropout,
                Layer.Flatten,
                Layer.Gain,
                Layer.Pooling {

    /** Name of the kind of layer in model and experiment files. */
    String kind();

    /**
     * Shape of the output: that of the input, unless a layer says another.
     *
     * @throws IllegalArgumentException if the layer cannot take such an input
     */
    default LayerShape outputShape(LayerShape input) {
        return input;
    }

    /** Names and extents of the parameters, if there are any, in the order of {@link #createParameters}. Costs nothing, however many values. */
    default List<ParameterShape> parameterShapes(LayerShape input) {
        return List.of();
    }

    /** Where the values of a parameter may lie: training keeps them there, and files must. */
    default Span rangeOf(String parameter) {
        return Span.ANY;
    }

    /** Whether weight decay shrinks a parameter. Not delays: a shorter one is no simpler network. */
    default boolean decays(String parameter) {
        return true;
    }

    /** Fresh parameters, in the order in which gradients and files list them. */
    default List<Parameter> createParameters(LayerShape input, SplittableRandom random) {
        return List.of();
    }

    /** Whether a layer has delays: a simulator can delay the input and spikes only. */
    static boolean isDelayed(Layer layer) {
        return layer instanceof Dense dense && dense.delays().active();
    }

    /** Forgets the space: a map becomes a row of values. */
    record Flatten() implements Layer {

        @Override
        public String kind() {
            return "flatten";
        }

        @Override
        public LayerShape outputShape(LayerShape input) {
            return LayerShape.of(input.size());
        }
    }

    /**
     * While training, silences inputs at random and scales the others up by {@code 1 / (1 - rate)}. A choice holds for all steps
     * of a sample: a new one at each step would average out over time (Lee et al., "Enabling spike-based backpropagation",
     * Frontiers in Neuroscience 14, 2020).
     *
     * @param rate probability of being silenced, 0 or more and below 1
     */
    record Dropout(double rate) implements Layer {

        /** @throws IllegalArgumentException if the rate is out of range */
        public Dropout {
            if (!(rate >= 0 && rate < 1)) {
                throw new IllegalArgumentException("the dropout rate is " + rate + ", expected 0 or more and below 1");
            }
        }

        @Override
        public String kind() {
            return "dropout";
        }
    }

    /**
     * One-to-one connections, each with its own gain: {@code y_i = g_i x_i}. Parameter: {@code gain} [input].
     *
     * @param initial gain to start from
     * @param trainable whether the gains are learned
     */
    record Gain(double initial, boolean trainable) implements Layer {

        @Override
        public String kind() {
            return "gain";
        }

        @Override
        public List<ParameterShape> parameterShapes(LayerShape input) {
            return List.of(new ParameterShape("gain", trainable, input.size()));
        }

        @Override
        public List<Parameter> createParameters(LayerShape input, SplittableRandom random) {
            return List.of(Initial.constant("gain", input.size(), initial, trainable));
        }
    }

    /**
     * Averages or sums windows of each channel.
     *
     * @param window what slides; no padding
     * @param average whether to divide by the size of the window
     */
    record Pooling(Window window, boolean average) implements Layer {

        /** @throws IllegalArgumentException if the window has padding */
        public Pooling {
            if (window.paddingHeight() > 0 || window.paddingWidth() > 0) {
                throw new IllegalArgumentException("pooling takes no padding");
            }
        }

        @Override
        public String kind() {
            return "pooling";
        }

        @Override
        public LayerShape outputShape(LayerShape input) {
            return window.outputShape(input, input.channels());
        }
    }

    /**
     * Cross-correlation with zero padding over the maps of all input channels. Parameters: {@code weight}
     * [output channel][input channel][row][column] and {@code bias} [output channel].
     *
     * @param channels number of output channels
     * @param window what slides; {@link Window#along} gives a convolution in one dimension
     * @param bias whether there is a bias
     */
    record Convolution(int channels, Window window, boolean bias) implements Layer {

        /** @throws IllegalArgumentException if there is no output channel */
        public Convolution {
            LayerShape.of(channels);
        }

        @Override
        public String kind() {
            return "convolution";
        }

        @Override
        public LayerShape outputShape(LayerShape input) {
            return window.outputShape(input, channels);
        }

        @Override
        public List<ParameterShape> parameterShapes(LayerShape input) {
            ParameterShape weight =
                    new ParameterShape("weight", true, channels, input.channels(), window.height(), window.width());
            return bias ? List.of(weight, new ParameterShape("bias", true, channels)) : List.of(weight);
        }

        @Override
        public List<Parameter> createParameters(LayerShape input, SplittableRandom random) {
            int fanIn = input.channels() * window.height() * window.width();
            return Initial.uniform(parameterShapes(input), fanIn, random);
        }
    }

    /**
     * Threshold-dependent batch normalisation: {@code y = w (x - mean) / sqrt(variance + epsilon) + bias} for each channel, with
     * the statistics of all steps, samples and positions jointly while training, and running statistics afterwards; {@code w}
     * starts at {@code scale * threshold} (Zheng et al., "Going deeper with directly-trained larger spiking neural networks",
     * AAAI 2021). Parameters, one value per channel: {@code weight}, {@code bias}, {@code running_mean}, {@code running_variance}.
     *
     * @param scale Zheng's alpha: 1, or less where several branches meet
     * @param threshold that of the neurons that follow
     * @param momentum share of the newest statistics in the running ones
     * @param epsilon added to the variance
     */
    record BatchNormalisation(double scale, double threshold, double momentum, double epsilon) implements Layer {

        /** @throws IllegalArgumentException if the momentum or epsilon is out of range */
        public BatchNormalisation {
            if (!(momentum > 0 && momentum <= 1 && epsilon > 0)) {
                throw new IllegalArgumentException("batch normalisation with momentum " + momentum + " and epsilon "
                        + epsilon + ", expected a momentum above 0 and at most 1, and an epsilon above 0");
            }
        }

        /** The usual momentum 0.1 and epsilon 1e-5. */
        public static BatchNormalisation of(double threshold) {
            return new BatchNormalisation(1, threshold, 0.1, 1e-5);
        }

        @Override
        public String kind() {
            return "batch-normalisation";
        }

        @Override
        public List<ParameterShape> parameterShapes(LayerShape input) {
            return Stream.of("weight", "bias", "running_mean", "running_variance")
                    .map(name -> new ParameterShape(name, !name.startsWith("running_"), input.channels()))
                    .toList();
        }

        @Override
        public List<Parameter> createParameters(LayerShape input, SplittableRandom random) {
            int channels = input.channels();
            return List.of(
                    Initial.constant("weight", channels, scale * threshold, true),
                    Initial.constant("bias", channels, 0, true),
                    Initial.constant("running_mean", channels, 0, false),
                    Initial.constant("running_variance", channels, 1, false));
        }
    }
}
