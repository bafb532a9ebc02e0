package ganglion.kernel.neuron;

/** One {@link SynapticCurrent} of some neurons. */
final class DecayingCurrent {

    final double[] value;
    final double[] decay;
    final double[] gain;

    /** Whether all neurons have the same decay and gain. */
    final boolean alike;

    /** The most that a current of 1 with a gain of 1 ever adds to a neuron's potential. */
    private final double[] peakResponse;

    /** @param beta leak of the potentials that the current acts on */
    DecayingCurrent(SynapticCurrent current, double[] beta, int first, int size) {
        value = new double[size];
        decay = current.decay().copyOf(first, size);
        gain = current.gain().copyOf(first, size);
        alike = Membranes.areAlike(decay) && Membranes.areAlike(gain);
        peakResponse = new double[size];
        for (int i = 0; i < size; i++) {
            boolean asBefore = i > 0 && beta[i] == beta[i - 1] && decay[i] == decay[i - 1];
            peakResponse[i] = asBefore ? peakResponse[i - 1] : SynapticCurrent.peakResponse(beta[i], decay[i]);
        }
    }

    /** What the current adds to the potential at this tick. */
    double drive(int neuron) {
        return gain[neuron] * value[neuron];
    }

    void decay(int neuron, double input) {
        value[neuron] = decay[neuron] * value[neuron] + input;
    }

    /** An upper bound of what the current as it is can add to the potential at any later tick; not below 0. */
    double mostLift(int neuron) {
        double drive = drive(neuron);
        return drive > 0 ? drive * peakResponse[neuron] : 0;
    }

    /** Decays the currents of neurons {@code from} to {@code until - 1} and takes in their input, which is set to zero. */
    void decayAll(int from, int until, double[] input, int offset) {
        if (alike) {
            decayAlike(from, until, input, offset);
            return;
        }
        for (int i = from; i < until; i++) {
            value[i] = decay[i] * value[i] + input[offset + i];
            input[offset + i] = 0;
        }
    }

    private void decayAlike(int from, int until, double[] input, int offset) {
        double common = decay[0];
        for (int i = from; i < until; i++) {
            value[i] = common * value[i] + input[offset + i];
            input[offset + i] = 0;
        }
    }
}
