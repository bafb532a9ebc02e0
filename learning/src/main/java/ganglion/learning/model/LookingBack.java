package ganglion.learning.model;

import java.util.List;

/**
 * Layers whose output depends on earlier inputs: {@link Delay}, {@link TimeWindow} and {@link Dense} with delays. A simulator delays
 * spikes only, so they belong first, or directly behind a layer of neurons, with {@link Dropout} between them or not.
 */
public final class LookingBack {

    private LookingBack() {}

    /** Whether a layer looks back. */
    public static boolean is(Layer layer) {
        return layer instanceof Delay
                || layer instanceof TimeWindow
                || layer instanceof Dense dense && dense.delays().active();
    }

    /** Whether a layer behind these receives spikes, or the input of the network, at once or through dropout. */
    public static boolean seesSpikesBehind(List<Layer> layers) {
        int last = layers.size() - 1;
        while (last >= 0 && layers.get(last) instanceof Dropout) {
            last--;
        }
        return last < 0 || layers.get(last) instanceof FiringLayer;
    }
}
