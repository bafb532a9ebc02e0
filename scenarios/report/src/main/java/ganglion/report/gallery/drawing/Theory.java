package ganglion.report.gallery.drawing;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.time.Clock;

/** What theory says of a figure, calculated from the parameters of the population itself. */
public enum Theory {

    /**
     * Rate of a neuron with a constant input I in every tick, reset to zero, with leak beta and threshold theta: one spike in
     * every n ticks and the refractory period, n being the smallest for which I (1 - beta^n) / (1 - beta) reaches theta, and
     * n theta / I without leak. The discrete form of the firing rate in W. Gerstner, W. Kistler, R. Naud and L. Paninski, "Neuronal
     * Dynamics", 2014, section 1.3.
     */
    RATE_OF_A_LEAKY_INTEGRATOR("theory") {
        @Override
        double of(Lif lif, Clock clock, double input) {
            LifParameters all = lif.parameters();
            double beta = all.beta().at(0);
            double threshold = all.threshold().at(0);
            double reached = beta == 1 ? threshold / input : 1 - threshold * (1 - beta) / input;
            if (!(input > 0) || reached <= 0) {
                return 0;
            }
            double ticks = Math.ceil((beta == 1 ? reached : Math.log(reached) / Math.log(beta)) - ROUNDING);
            return 1 / ((ticks + all.refractoryTicks()) * clock.tickSeconds());
        }
    },

    /**
     * Rate of a neuron without leak that keeps the excess over its threshold: the input of a second divided by the threshold (first-order
     * sigma-delta conversion).
     */
    RATE_WITHOUT_LOSS("input / threshold") {
        @Override
        double of(Lif lif, Clock clock, double input) {
            return input / lif.parameters().threshold().at(0) / clock.tickSeconds();
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

    /** The rate of a neuron, in hertz. */
    abstract double of(Lif lif, Clock clock, double input);
}
