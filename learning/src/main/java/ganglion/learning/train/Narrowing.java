package ganglion.learning.train;

import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Model;

/** When the spread of learned delays has its last width. Before, validation has another network than training. */
final class Narrowing {

    private Narrowing() {}

    /** Number of epochs, from the first on, after which no spread of a model narrows any more; 0 if none ever does. */
    static int epochs(Model model, int ofAll) {
        int most = 0;
        for (int i = 0; i < model.layers().size(); i++) {
            Layer layer = model.layers().get(i);
            if (layer instanceof Dense dense) {
                most = Math.max(most, epochs(model, i, "delay", dense.delays(), ofAll));
            } else if (layer instanceof FiringLayer neurons) {
                most = Math.max(most, epochs(model, i, FiringLayer.RECURRENT_DELAY, neurons.recurrentDelays(), ofAll));
            }
        }
        return most;
    }

    private static int epochs(Model model, int layer, String name, SynapseDelays delays, int ofAll) {
        boolean narrows =
                delays.active() && model.parameter(layer, name).trainable() && delays.firstWidth() > delays.lastWidth();
        return narrows ? (int) Math.ceil(delays.narrowWithin() * ofAll) : 0;
    }
}
