package ganglion.kernel.core;

import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;

/** Runs of neurons as a core holds them, for tests of other packages. */
public final class DividedRuns {

    private DividedRuns() {}

    /** The state of successive neurons, divided into actors. */
    public static NeuronGroup of(NeuronModel model, int first, int size, int perActor) {
        return Actors.of(model, new HostedNeurons(0, first, size, Math.min(size, perActor)));
    }
}
