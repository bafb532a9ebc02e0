package ganglion.kernel.neuron.model;

import ganglion.kernel.affine.AffineMap;
import ganglion.kernel.affine.AffineNeuron;
import ganglion.kernel.neuron.Fading;
import ganglion.kernel.neuron.NetworkNumbers;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import java.util.Optional;

/**
 * Resonate-and-fire neuron that is damped enough never to diverge, and more so after its spikes, which also raise its
 * threshold: instead of a reset. Its state is a point {@code (u, v)} that circles around zero by Euler steps, and a refractory
 * term {@code q}. Each tick does, with each decay {@link Fading#cut cut},
 *
 * <pre>
 *   r = sqrt(1 - turn turn) - damping - step q
 *   (u, v) &lt;- (r u - turn v, turn u + r v)
 *   u &lt;- u + step x
 *   fire if u &gt; threshold + q
 *   q &lt;- refractory decay q, and 1 more if the neuron fires
 * </pre>
 *
 * <p>With {@code turn = omega step} and {@code damping = b' step} the factor {@code r} is {@code 1 + step (p(omega) - b' - q)}
 * with {@code p(omega) = (-1 + sqrt(1 - (step omega)^2)) / step}: without damping a turn would keep its size exactly, where
 * an Euler step alone makes it grow. A turn is one of {@code asin(turn)} radians. The potential is u.
 *
 * <p>Source: Higuchi, Kairat, Bohte and Otte, "Balanced resonate-and-fire neurons", ICML 2024 (arXiv 2402.14603).
 *
 * @param turn omega times the step, -1 to 1, exclusive
 * @param damping b' times the step, more than 0; with the largest refractory term at most {@code 2 sqrt(1 - turn turn)}
 * @param step factor on the input, and on the refractory term where it damps; their delta; more than 0
 * @param refractoryDecay share of the refractory term that is left after one tick, their gamma; 0 to 1, 1 excluded
 * @param threshold above 0
 */
public record BalancedResonator(
        NeuronValues turn,
        NeuronValues damping,
        NeuronValues step,
        NeuronValues refractoryDecay,
        NeuronValues threshold)
        implements NeuronModel {

    /** Below it, rounding could make the size of a turn grow. */
    private static final double SMALLEST_DAMPING = 1e-12;

    /** @throws IllegalArgumentException naming the parameter, what was found and what was expected */
    public BalancedResonator {
        turn.check("turn", value -> value > -1 && value < 1, "a number of radians from -1 to 1, both excluded");
        damping.check(
                "damping",
                value -> value >= SMALLEST_DAMPING && NetworkNumbers.fits(value),
                "a number from " + SMALLEST_DAMPING);
        step.check("step", value -> value > 0 && NetworkNumbers.fits(value), "a finite number above 0");
        refractoryDecay.check("refractory decay", value -> value >= 0 && value < 1, "a number from 0 to 1, 1 excluded");
        threshold.check("threshold", value -> value > 0 && Double.isFinite(value), "a finite number above 0");
        checkDamping(turn, damping, step, refractoryDecay);
    }

    private static void checkDamping(NeuronValues turn, NeuronValues damping, NeuronValues step, NeuronValues decay) {
        int count = Math.max(Math.max(turn.count(), damping.count()), Math.max(step.count(), decay.count()));
        for (int i = 0; i < count; i++) {
            // Lists of different lengths are refused by checkSize, with better words.
            boolean paired = turn.has(i) && damping.has(i) && step.has(i) && decay.has(i);
            if (paired && !(damping.at(i) + step.at(i) / (1 - decay.at(i)) <= largestDamping(turn.at(i)))) {
                throw new IllegalArgumentException("the damping of neuron " + i + " is " + damping.at(i) + " and "
                        + step.at(i) / (1 - decay.at(i)) + " more after many spikes, expected at most "
                        + largestDamping(turn.at(i)) + " together, or its potential would grow without end");
            }
        }
    }

    /** The most that damping and refractory term may take off together, so that no turn grows by it. */
    private static double largestDamping(double turn) {
        return 2 * Math.sqrt(1 - turn * turn);
    }

    /** Neurons with common parameters, a refractory decay of 0.9 and a threshold of 1, as in the source. */
    public static BalancedResonator of(double turn, double damping, double step) {
        return new BalancedResonator(
                NeuronValues.of(turn),
                NeuronValues.of(damping),
                NeuronValues.of(step),
                NeuronValues.of(0.9),
                NeuronValues.of(1));
    }

    @Override
    public String name() {
        return "balanced-resonate-and-fire";
    }

    @Override
    public void checkSize(int populationSize) {
        turn.checkSize("turn", populationSize);
        damping.checkSize("damping", populationSize);
        step.checkSize("step", populationSize);
        refractoryDecay.checkSize("refractory decay", populationSize);
        threshold.checkSize("threshold", populationSize);
    }

    @Override
    public Optional<AffineNeuron> affine(int neuron) {
        return Optional.of(new Maps(this, neuron));
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return new Group(this, first, size);
    }

    /** State of the neurons. */
    private static final class Group extends SteppedGroup {

        /** Rounding must not make a neuron fire that was thought to stay below the threshold. */
        private static final double MARGIN = 1e-9;

        private final double[] turn;
        private final double[] keep;
        private final double[] step;
        private final double[] forget;
        private final double[] threshold;
        private final double[] u;
        private final double[] v;
        private final double[] q;

        Group(BalancedResonator model, int first, int size) {
            super(size);
            turn = model.turn.copyOf(first, size);
            keep = model.damping.copyOf(first, size);
            for (int i = 0; i < size; i++) {
                keep[i] = Math.sqrt(1 - turn[i] * turn[i]) - keep[i];
            }
            step = model.step.copyOf(first, size);
            forget = model.refractoryDecay.copyOf(first, size);
            threshold = model.threshold.copyOf(first, size);
            u = new double[size];
            v = new double[size];
            q = new double[size];
        }

        @Override
        protected double[][] variables() {
            return new double[][] {u, v, q};
        }

        @Override
        protected double[] potentials() {
            return u;
        }

        @Override
        protected boolean step(int neuron, long tick, double[] input, int offset) {
            circle(neuron, step[neuron] * input[offset + neuron]);
            input[offset + neuron] = 0;
            boolean fires = u[neuron] > threshold[neuron] + q[neuron];
            q[neuron] = Fading.cut(forget[neuron] * q[neuron]) + (fires ? 1 : 0);
            return fires;
        }

        /** Turns and shrinks the state by one tick. */
        private void circle(int neuron, double input) {
            double r = keep[neuron] - step[neuron] * q[neuron];
            double before = u[neuron];
            u[neuron] = Fading.cut(r * before - turn[neuron] * v[neuron]) + input;
            v[neuron] = Fading.cut(turn[neuron] * before + r * v[neuron]);
        }

        @Override
        protected boolean stepSilently(int neuron, long tick) {
            double oldU = u[neuron];
            double oldV = v[neuron];
            double oldQ = q[neuron];
            circle(neuron, 0);
            q[neuron] = Fading.cut(forget[neuron] * oldQ);
            return u[neuron] != oldU || v[neuron] != oldV || q[neuron] != oldQ;
        }

        /** No turn grows, and the refractory term only raises the threshold. */
        @Override
        protected long mayFireAt(int neuron, long tick) {
            double low = threshold[neuron] * (1 - MARGIN);
            return u[neuron] * u[neuron] + v[neuron] * v[neuron] < low * low ? NEVER : tick + 1;
        }
    }

    /** A neuron as affine maps of u and v. The refractory term depends on the neuron's own spikes alone, and changes the maps. */
    private static final class Maps implements AffineNeuron {

        private static final AffineMap SPIKE = AffineMap.identity(2);

        private final double turn;
        private final double keep;
        private final double step;
        private final double forget;
        private final double threshold;
        private final AffineMap rested;

        /** As it is before the next tick. */
        private double q;

        /** Whether the refractory term was too small to change the last map. */
        private boolean steady;

        /** What the last tick compared with. */
        private double level;

        Maps(BalancedResonator model, int neuron) {
            turn = model.turn.at(neuron);
            keep = Math.sqrt(1 - turn * turn) - model.damping.at(neuron);
            step = model.step.at(neuron);
            forget = model.refractoryDecay.at(neuron);
            threshold = model.threshold.at(neuron);
            rested = map(keep);
        }

        private AffineMap map(double r) {
            return new AffineMap(new double[][] {{r, -turn}, {turn, r}}, new double[][] {{step}, {0}}, new double[2]);
        }

        @Override
        public double[] start() {
            return new double[2];
        }

        @Override
        public AffineMap nextTick() {
            double damped = keep - step * q;
            AffineMap map = damped == keep ? rested : map(damped);
            steady = map == rested;
            level = Math.nextUp(threshold + q);
            q = Fading.cut(forget * q);
            return map;
        }

        @Override
        public double level() {
            return level;
        }

        @Override
        public boolean skip(long ticks) {
            if (steady) {
                q *= StrictMath.pow(forget, ticks);
            }
            return steady;
        }

        @Override
        public AffineMap fired() {
            q++;
            return SPIKE;
        }
    }
}
