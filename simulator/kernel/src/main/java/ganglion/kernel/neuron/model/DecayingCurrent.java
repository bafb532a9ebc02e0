package ganglion.kernel.neuron.model;

import ganglion.kernel.neuron.Fading;
import ganglion.kernel.neuron.current.SynapticCurrent;

/**
 * One {@link SynapticCurrent} of some neurons. Loops over all neurons call nothing, and take common parameters from
 * registers. Not thread-safe: owned by one group.
 */
final class DecayingCurrent {

    final double[] value;
    final double[] decay;
    final double[] gain;

    /** What each tick adds whether or not anything arrives. */
    private final double[] bias;

    /**
     * What the current tends to, or has tended to from above where it falls without end: 0 without a bias. Infinite where
     * it grows without end.
     */
    private final double[] steady;

    /** Whether all neurons have the same decay, gain and bias. */
    final boolean alike;

    /** The most that a current of 1 with a gain of 1 ever adds to a neuron's potential. */
    private final double[] peakResponse;

    /** @param beta leak of the potentials that the current acts on */
    DecayingCurrent(SynapticCurrent current, double[] beta, int first, int size) {
        value = new double[size];
        decay = current.decay().copyOf(first, size);
        gain = current.gain().copyOf(first, size);
        bias = current.bias().copyOf(first, size);
        steady = new double[size];
        for (int i = 0; i < size; i++) {
            // The sum with zero turns a negative zero into a positive one, as in the drive of the membrane.
            bias[i] += 0.0;
            steady[i] = steady(i);
        }
        alike = Membranes.areAlike(decay) && Membranes.areAlike(gain) && Membranes.areAlike(bias);
        peakResponse = new double[size];
        for (int i = 0; i < size; i++) {
            boolean asBefore = i > 0 && beta[i] == beta[i - 1] && decay[i] == decay[i - 1];
            peakResponse[i] = asBefore ? peakResponse[i - 1] : peakResponse(beta[i], decay[i]);
        }
    }

    /**
     * The value that the bias alone brings the current to. Never reached without a decay, but approached without end.
     */
    private double steady(int neuron) {
        if (decay[neuron] < 1 || bias[neuron] == 0) {
            return bias[neuron] == 0 ? 0 : bias[neuron] / (1 - decay[neuron]);
        }
        boolean lifts = bias[neuron] * gain[neuron] > 0;
        return lifts ? Math.copySign(Double.POSITIVE_INFINITY, bias[neuron]) : 0;
    }

    /** What the bias alone comes to add to the potential at each tick, as a bound from above. */
    double steadyDrive(int neuron) {
        return steady[neuron] == 0 ? 0 : gain[neuron] * steady[neuron];
    }

    /** What the current adds to the potential at this tick. */
    double drive(int neuron) {
        return gain[neuron] * value[neuron];
    }

    /**
     * Takes the current of a neuron through a tick: {@code settled(decay g + bias) + input}, with the brackets of the loop
     * over all neurons, which adds the input afterwards.
     */
    void decay(int neuron, double input) {
        value[neuron] = Fading.settled(decay[neuron] * value[neuron] + bias[neuron]) + input;
    }

    /**
     * An upper bound of what the current as it is can add to the potential at any later tick, beyond its steady drive; not
     * below 0.
     */
    double mostLift(int neuron) {
        double drive = gain[neuron] * (value[neuron] - steady[neuron]);
        return drive > 0 ? drive * peakResponse[neuron] : 0;
    }

    /** Decays the currents of neurons {@code from} to {@code until - 1}; what arrives is still to be added. */
    void decayAll(int from, int until) {
        if (alike) {
            double common = decay[0];
            double added = bias[0];
            for (int i = from; i < until; i++) {
                value[i] = Fading.settled(common * value[i] + added);
            }
        } else {
            for (int i = from; i < until; i++) {
                value[i] = Fading.settled(decay[i] * value[i] + bias[i]);
            }
        }
    }

    /** Decays the currents and adds what arrives, by neuron. */
    void decayAll(int from, int until, double[] arrived) {
        if (alike) {
            double common = decay[0];
            double added = bias[0];
            for (int i = from; i < until; i++) {
                value[i] = Fading.settled(common * value[i] + added) + arrived[i];
            }
        } else {
            for (int i = from; i < until; i++) {
                value[i] = Fading.settled(decay[i] * value[i] + bias[i]) + arrived[i];
            }
        }
    }

    /**
     * The most that a current of 1 with a gain of 1 ever lifts a potential, at whatever time: the maximum over k of {@code
     * (beta^k - decay^k) / (beta - decay)}, with a little to spare for rounding.
     */
    static double peakResponse(double beta, double decay) {
        if (beta == 1 || decay == 1) {
            return Math.nextUp(1 / (1 - Math.min(beta, decay)));
        }
        double low = Math.min(beta, decay);
        double high = Math.max(beta, decay);
        if (low < high * 1e-3 || low < 1e-3) {
            return 1 / (1 - low);
        }
        if (high - low < 1e-6 * (1 - high)) {
            // Almost equal: k beta^(k-1), largest at k = -1 / log(beta).
            double ticks = -1 / StrictMath.log(high);
            return 1.001 * ticks * StrictMath.pow(high, ticks - 1);
        }
        double ticks = StrictMath.log(StrictMath.log(high) / StrictMath.log(low)) / StrictMath.log(low / high);
        return 1.001 * (StrictMath.pow(high, ticks) - StrictMath.pow(low, ticks)) / (high - low);
    }
}
