package ganglion.hardware.layered;

import ganglion.documents.key.Worded;
import ganglion.hardware.chip.ChipModels.Trait;
import java.util.List;
import java.util.Optional;

/**
 * One layer of an {@link Activity}. Counts are sums over all steps and samples.
 *
 * @param name of the layer, once in a network
 * @param kind what it computes
 * @param from names of the layers whose outputs flow in; the layer before it where it is absent
 * @param shape of its output for one sample and step
 * @param window what an output reads of the input
 * @param synapses its parameters
 * @param flow events and numbers in and out
 * @param neurons its neurons, where it has any
 */
public record ActivityLayer(
        String name,
        Kind kind,
        Optional<List<String>> from,
        List<Integer> shape,
        Window window,
        Synapses synapses,
        Flow flow,
        Neurons neurons) {

    /** Takes copies of the lists. */
    public ActivityLayer {
        from = from.map(List::copyOf);
        shape = List.copyOf(shape);
    }

    /** What a layer computes. */
    public enum Kind implements Worded {
        /** Where samples come in. */
        INPUT,
        /** A full matrix, at each place of a sequence or alone. */
        LINEAR,
        /** A kernel over one or more dimensions. */
        CONVOLUTION,
        /** A full matrix from the layer's neurons to themselves. */
        RECURRENT,
        /** Any list of synapses. */
        SPARSE,
        /** Sums, means or largest values of a window; spikes go on. */
        POOLING,
        /** Folds into the weights before it. */
        NORMALISATION,
        /** A sum of two inputs. */
        RESIDUAL,
        /** Products of two activations. */
        ATTENTION,
        /** Any function of single numbers, such as a rectifier. */
        ELEMENT_WISE,
        /** Neurons with a state. */
        NEURONS;

        /** Whether it has weights. */
        public boolean hasWeights() {
            return this == LINEAR || this == CONVOLUTION || this == RECURRENT || this == SPARSE;
        }

        /** Whether it multiplies or adds what it does not keep to itself: weights or other activations. */
        public boolean hasProducts() {
            return hasWeights() || this == ATTENTION;
        }
    }

    /** What a pool gives of its window. */
    public enum PoolMode {
        AVERAGE,
        SUM,
        MAX
    }

    /**
     * What an output reads of the input. Lists have an element for each dimension of space.
     *
     * @param inputShape shape of the input; empty for that of the layer it comes from
     * @param kernel size; empty for layers without one
     * @param stride steps of the window, 1 where it is left out
     * @param padding zeros on each side, 0 where it is left out
     * @param dilation distance of two elements of the kernel, 1 where it is left out
     * @param groups groups of channels
     * @param mode what a pool gives of its window
     */
    public record Window(
            List<Integer> inputShape,
            List<Integer> kernel,
            List<Integer> stride,
            List<Integer> padding,
            List<Integer> dilation,
            int groups,
            PoolMode mode) {

        /** Of layers without a window. */
        public static final Window NONE = over(List.of());

        /** Of a layer whose input shape is known. */
        public static Window over(List<Integer> inputShape) {
            return new Window(inputShape, List.of(), List.of(), List.of(), List.of(), 1, PoolMode.AVERAGE);
        }

        int strideAt(int dimension) {
            return at(stride, dimension, 1);
        }

        int paddingAt(int dimension) {
            return at(padding, dimension, 0);
        }

        int dilationAt(int dimension) {
            return at(dilation, dimension, 1);
        }

        private static int at(List<Integer> sizes, int dimension, int fallback) {
            return dimension < sizes.size() ? sizes.get(dimension) : fallback;
        }
    }

    /**
     * The parameters of a layer.
     *
     * @param weights their number without biases; empty to follow from shapes
     * @param zeroWeights how many of them are zero
     * @param biases number of biases
     * @param denseProducts multiply-accumulates of one pass if nothing is zero; empty to follow from shapes
     * @param weightBits bits of a weight; empty for those of the network
     * @param differentWeights most different weights other than zero into a neuron; empty for as many as the bits allow
     * @param delay longest delay in steps
     */
    public record Synapses(
            Optional<Long> weights,
            long zeroWeights,
            long biases,
            Optional<Double> denseProducts,
            Optional<Integer> weightBits,
            Optional<Integer> differentWeights,
            int delay) {

        /** Of layers that say nothing of them. */
        public static final Synapses NONE = of(Optional.empty(), 0);

        /** Of a layer whose inputs have these weights. */
        public static Synapses of(Optional<Double> denseProducts, long zeroWeights) {
            return new Synapses(Optional.empty(), zeroWeights, 0, denseProducts, Optional.empty(), Optional.empty(), 1);
        }
    }

    /**
     * What flows in and out.
     *
     * @param inputSpikes inputs that are spikes
     * @param inputNumbers inputs that are numbers and not zero
     * @param synapticEvents additions that spikes cause, those of weights of zero among them
     * @param zeroEvents those of them whose weight is zero
     * @param multiplyAccumulates products of numbers and weights, neither of them zero
     * @param outputSpikes spikes that it sends
     * @param reachingSpikes those of them that reach a synapse; empty for all
     * @param outputNumbers numbers that it sends and that are not zero
     */
    public record Flow(
            Optional<Double> inputSpikes,
            Optional<Double> inputNumbers,
            Optional<Double> synapticEvents,
            Optional<Double> zeroEvents,
            Optional<Double> multiplyAccumulates,
            Optional<Double> outputSpikes,
            Optional<Double> reachingSpikes,
            Optional<Double> outputNumbers) {

        /** Nothing is said. */
        public static final Flow NONE = of(null, null, null, null, null);

        private static Flow of(Double in, Double events, Double products, Double out, Double reaching) {
            return new Flow(
                    Optional.ofNullable(in),
                    Optional.empty(),
                    Optional.ofNullable(events),
                    Optional.empty(),
                    Optional.ofNullable(products),
                    Optional.ofNullable(out),
                    Optional.ofNullable(reaching),
                    Optional.empty());
        }

        /** Into weights, of spikes. */
        public static Flow ofSpikes(double spikes, double events) {
            return of(spikes, events, null, null, null);
        }

        /** Into weights, of numbers. */
        public static Flow ofProducts(double products) {
            return of(null, null, products, null, null);
        }

        /** Out of an input or of neurons. */
        public static Flow out(double spikes, double reaching) {
            return of(null, null, null, spikes, reaching == spikes ? null : reaching);
        }
    }

    /**
     * The neurons of a layer.
     *
     * @param model human-readable name of the model
     * @param stateVariables numbers that a neuron keeps from step to step
     * @param needs what they ask of a chip; the usual where it is absent
     * @param stateBits bits of a potential that holds the threshold in steps of the weights; empty if weights have no steps
     * @param thresholdInWeights highest threshold in the largest weight into them; empty if no bits are too few for it
     * @param refractoryTicks steps of the refractory period; empty if it is not known
     * @param activeUpdates neurons and steps in which an input reached the neuron or it fired; empty to be estimated
     */
    public record Neurons(
            Optional<String> model,
            int stateVariables,
            Optional<List<Trait>> needs,
            Optional<Integer> stateBits,
            Optional<Double> thresholdInWeights,
            Optional<Integer> refractoryTicks,
            Optional<Double> activeUpdates) {

        /** What leaky integrate-and-fire neurons need that are reset to zero. */
        public static final List<Trait> USUAL = List.of(Trait.EXPONENTIAL_LEAK, Trait.DELTA, Trait.RESET_TO_VALUE);

        /** Of layers that say nothing of them. */
        public static final Neurons NONE = of(Optional.empty());

        /** Of which their needs alone are known. */
        public static Neurons of(Optional<List<Trait>> needs) {
            return new Neurons(
                    Optional.empty(), 1, needs, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** Takes a copy of the list. */
        public Neurons {
            needs = needs.map(List::copyOf);
        }
    }
}
