package ganglion.learning.reference.layer;

/** A layer of neurons: its potentials can be read, and have gradients of their own, besides its spikes. */
public interface SpikingLayer extends ReferenceLayer {

    NeuronTrace trace();

    /** 1 where a neuron fired in the latest forward pass, whatever the size of its spike; not to be changed. */
    Sequence fired();

    /**
     * Like {@link ReferenceLayer#backward}, with gradients with respect to potentials, and to whether neurons fired, too.
     *
     * @param spikeGradient with respect to the spikes with their sizes
     * @param firingGradient with respect to {@link #fired}
     */
    Sequence backward(Sequence spikeGradient, Sequence membraneGradient, Sequence firingGradient);

    /** The same without a gradient with respect to whether neurons fired. */
    default Sequence backward(Sequence spikeGradient, Sequence membraneGradient) {
        return backward(spikeGradient, membraneGradient, spikeGradient.zerosOf(spikeGradient.size()));
    }

    @Override
    default Sequence backward(Sequence gradient) {
        return backward(gradient, gradient.zerosOf(gradient.size()));
    }

    /**
     * Spikes and potentials of a layer of neurons.
     *
     * @param membranes potentials, each after its step
     * @param spikes output of the neurons
     * @param currents synaptic currents, or the excitatory ones of alpha neurons; {@code null} for neurons without
     * @param inhibitoryCurrents inhibitory currents of alpha neurons; {@code null} for others
     */
    record NeuronTrace(Sequence membranes, Sequence spikes, Sequence currents, Sequence inhibitoryCurrents) {}

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
