package ganglion.gallery;

import ganglion.documents.key.WordType;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.time.Clock;

/** What theory says of a figure, calculated from the parameters of the population itself. */
enum Theory {

    /**
     * Rate of a neuron with a constant input I in every tick, reset to zero, with leak beta and threshold theta: one spike in
     * every n ticks and the refractory period, n being the smallest, at least 1, for which I (1 - beta^n) / (1 - beta) reaches theta, and
     * theta / I without leak. The discrete form of the firing rate in W. Gerstner, W. Kistler, R. Naud and L. Paninski, "Neuronal
     * Dynamics", 2014, section 1.3.
     */
    RATE_OF_A_LEAKY_INTEGRATOR("theory") {
        @Override
        double of(LifParameters all, Clock clock, double input) {
            double beta = all.beta().at(0);
            double threshold = all.threshold().at(0);
            double ticks = 1;
            if (input < threshold) {
                double reached = beta == 1 ? threshold / input : 1 - threshold * (1 - beta) / input;
                // without memory, an input below the threshold never reaches it
                if (!(input > 0) || reached <= 0 || beta == 0) {
                    return 0;
                }
                ticks = Math.ceil((beta == 1 ? reached : Math.log(reached) / Math.log(beta)) - ROUNDING);
            }
            return 1 / ((Math.max(1, ticks) + all.refractoryTicks()) * clock.tickSeconds());
        }

        @Override
        void check(LifParameters all) {
            expect(
                    all.reset() == Reset.TO_VALUE && isZero(all.resetPotential()) && !all.delayedReset(),
                    "a reset to zero at once");
            expect(isZero(all.rest()), "a rest of 0");
            expect(!all.strict(), "spikes at the threshold, not only above it");
            expect(all.beta().isCommon(), "one leak for all neurons");
            expect(all.threshold().isCommon() && all.threshold().at(0) > 0, "one threshold above 0 for all neurons");
        }
    },

    /**
     * Rate of a neuron without leak that keeps the excess over its threshold: the input of a second divided by the threshold, at most a spike
     * in every tick (first-order sigma-delta conversion).
     */
    RATE_WITHOUT_LOSS("input / threshold") {
        @Override
        double of(LifParameters all, Clock clock, double input) {
            double spikesPerTick = input / all.threshold().at(0);
            return Math.max(0, Math.min(1, spikesPerTick)) / clock.tickSeconds();
        }

        @Override
        void check(LifParameters all) {
            expect(all.reset() == Reset.BY_SUBTRACTION, "a reset by subtraction");
            expect(all.beta().isCommon() && all.beta().at(0) == 1, "no leak (beta 1)");
            expect(all.refractoryTicks() == 0, "no refractory period");
            expect(all.threshold().isCommon(), "one threshold for all neurons");
        }
    };

    private static final double ROUNDING = 1e-9;

    private final String title;

    Theory(String title) {
        this.title = title;
    }

    /** What its curve is called. */
    String title() {
        return title;
    }

    /** The rate of a neuron, in hertz. @param input in every tick */
    abstract double of(LifParameters all, Clock clock, double input);

    /**
     * Refuses neurons for which the theory does not hold.
     *
     * @throws IllegalArgumentException saying what it expects
     */
    abstract void check(LifParameters parameters);

    private static boolean isZero(NeuronValues values) {
        return values.isCommon() && values.at(0) == 0;
    }

    void expect(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("found the theory " + WordType.wordOf(this)
                    + " of neurons for which it does not hold, expected " + what);
        }
    }
}
