package ganglion.learning.reference.layer;

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
