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
}
