package ganglion.learning.model;

import java.util.List;
import java.util.SplittableRandom;

/**
 * One stage of a network: immutable description without parameter values. Every layer but those of neurons is stateless:
 * its output at a step depends on its input at that step alone, but for the statistics of {@link BatchNormalisation} and for
 * {@link Delay}, {@link TimeWindow} and {@link Dense} with delays, which look back.
 */
public sealed interface Layer
        permits BatchNormalisation,
                Convolution,
                Delay,
                Dense,
                Dropout,
                FiringLayer,
                Flatten,
                Gain,
                LearnedBands,
                Pooling,
                TimeWindow {

    /** Name of the kind of layer in model and experiment files. */
    String kind();

    /**
     * LayerShape of the output.
     *
     * @throws IllegalArgumentException if the layer cannot take such an input
     */
    LayerShape outputShape(LayerShape input);

    /** Names and extents of the parameters, in the order of {@link #createParameters}. Costs nothing, however many values. */
    List<ParameterShape> parameterShapes(LayerShape input);

    /** Where the values of a parameter may lie: training keeps them there, and files must. */
    default Span rangeOf(String parameter) {
        return Span.ANY;
    }

    /** Whether weight decay shrinks a parameter. Not delays: a shorter one is no simpler network. */
    default boolean decays(String parameter) {
        return true;
    }

    /** Fresh parameters, in the order in which gradients and files list them. */
    List<Parameter> createParameters(LayerShape input, SplittableRandom random);

    /** Whether a layer looks back: a simulator can do so only at the input and at spikes. */
    static boolean looksBack(Layer layer) {
        return layer instanceof Delay
                || layer instanceof TimeWindow
                || layer instanceof Dense dense && dense.delays().active();
    }

    /** Whether a layer behind these receives spikes, or the input of the network, at once or through dropout. */
    static boolean seesSpikesBehind(List<Layer> layers) {
        int last = layers.size() - 1;
        while (last >= 0 && layers.get(last) instanceof Dropout) {
            last--;
        }
        return last < 0 || layers.get(last) instanceof FiringLayer;
    }
}
