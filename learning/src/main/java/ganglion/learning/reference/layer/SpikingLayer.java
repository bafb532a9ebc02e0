package ganglion.learning.reference.layer;

/** A layer of neurons: its potentials can be read, and have gradients of their own, besides its spikes. */
public interface SpikingLayer extends ReferenceLayer {

    NeuronTrace trace();

    /**
     * Like {@link ReferenceLayer#backward}, with gradients with respect to potentials, too.
     *
     * @param spikeGradient with respect to the spikes
     */
    Sequence backward(Sequence spikeGradient, Sequence membraneGradient);

    @Override
    default Sequence backward(Sequence gradient) {
        return backward(gradient, gradient.zerosOf(gradient.size()));
    }

    /**
     * Spikes and potentials of a layer of neurons.
     *
     * @param membranes potentials, each after its step
     * @param spikes output of the neurons
     * @param currents synaptic currents; {@code null} for neurons without
     */
    record NeuronTrace(Sequence membranes, Sequence spikes, Sequence currents) {}

    /** Gradients that one step hands to the step before it, for all samples and neurons. */
    final class NeuronCarry {

        final double[] membrane;
        final double[] current;
        final double[] adaptation;

        NeuronCarry(int count) {
            this.membrane = new double[count];
            this.current = new double[count];
            this.adaptation = new double[count];
        }
    }
}
