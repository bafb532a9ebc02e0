package ganglion.learning.reference.layer;

/** A layer of neurons: its potentials can be read, and have gradients of their own, besides its spikes. */
public interface SpikingLayer extends ReferenceLayer {

    NeuronTrace trace();

    /** Like {@link ReferenceLayer#backward}, with a gradient with respect to the potentials too. */
    Sequence backward(Sequence spikeGradient, Sequence membraneGradient);

    @Override
    default Sequence backward(Sequence gradient) {
        return backward(gradient, gradient.zerosOf(gradient.size()));
    }
}
