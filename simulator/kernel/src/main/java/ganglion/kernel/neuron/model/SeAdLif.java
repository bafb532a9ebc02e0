package ganglion.kernel.neuron.model;

import ganglion.kernel.affine.AffineMap;
import ganglion.kernel.affine.AffineNeuron;
import ganglion.kernel.affine.SteadyNeuron;
import ganglion.kernel.neuron.Fading;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import java.util.Optional;

/**
 * Leaky integrate-and-fire neuron with an adaptation that follows the potential as well as the spikes, and is taken off its
 * input: with a coupling {@code a} above 0 the potential can swing below the threshold. Each tick does, with each decay
 * {@link Fading#cut cut},
 *
 * <pre>
 *   v &lt;- beta v - (1 - beta) w + (1 - beta) x
 *   fire if v &gt; threshold, and then v is set to the reset potential
 *   w &lt;- rho w + (1 - rho) a v + (1 - rho) b, the last term for neurons that fire only
 * </pre>
 *
 * where {@code w} takes in the new {@code v}: the symplectic Euler step, stable for {@code -1 < a < (1 + beta) (1 + rho) /
 * ((1 - beta) (1 - rho))}, because its matrix has the determinant {@code beta rho}.
 *
 * <p>Source: Baronig et al., "Advancing spatio-temporal processing in spiking neural networks through adaptation", 2024
 * (arXiv 2408.07517), SE-adLIF; their a and b hold the factor q here.
 *
 * @param beta share of the potential that is left after one tick, 0 to 1, 1 excluded
 * @param rho share of the adaptation that is left after one tick, 0 to 1, 1 excluded
 * @param a strength by which the adaptation follows the potential, within the bounds of stability
 * @param b strength by which the adaptation follows the spikes
 * @param threshold above 0
 * @param resetPotential potential after a spike, below the threshold
 */
public record SeAdLif(
        NeuronValues beta,
        NeuronValues rho,
        NeuronValues a,
        NeuronValues b,
        NeuronValues threshold,
        NeuronValues resetPotential)
        implements NeuronModel {

    /** @throws IllegalArgumentException naming the parameter, what was found and what was expected */
    public SeAdLif {
        beta.check("beta", value -> value >= 0 && value < 1, "a number from 0 to 1, 1 excluded");
        rho.check("decay of the adaptation", value -> value >= 0 && value < 1, "a number from 0 to 1, 1 excluded");
        a.checkFits("a");
        b.checkFits("b");
        threshold.check("threshold", value -> value > 0 && Double.isFinite(value), "a finite number above 0");
        resetPotential.checkFits("reset potential");
        LifParameters.checkResetBelowThreshold(resetPotential, threshold);
        checkStable(beta, rho, a);
    }

    private static void checkStable(NeuronValues beta, NeuronValues rho, NeuronValues a) {
        int common = Math.max(beta.count(), Math.max(rho.count(), a.count()));
        for (int i = 0; i < common; i++) {
            // Lists of different lengths are refused by checkSize, with better words.
            boolean paired = beta.has(i) && rho.has(i) && a.has(i);
            if (paired && !(a.at(i) > -1 && a.at(i) < CouplingBound.of(beta.at(i), rho.at(i)))) {
                throw new IllegalArgumentException("the a of neuron " + i + " is " + a.at(i) + ", expected more than -1"
                        + " and less than " + CouplingBound.of(beta.at(i), rho.at(i)) + ", or its potential would grow"
                        + " without end");
            }
        }
    }

    /** Neurons with common parameters and threshold 1 that are reset to zero. */
    public static SeAdLif of(double beta, double rho, double a, double b) {
        return new SeAdLif(
                NeuronValues.of(beta),
                NeuronValues.of(rho),
                NeuronValues.of(a),
                NeuronValues.of(b),
                NeuronValues.of(1),
                NeuronValues.of(0));
    }

    @Override
    public String name() {
        return "se-adlif";
    }

    @Override
    public void checkSize(int populationSize) {
        beta.checkSize("beta", populationSize);
        rho.checkSize("decay of the adaptation", populationSize);
        a.checkSize("a", populationSize);
        b.checkSize("b", populationSize);
        threshold.checkSize("threshold", populationSize);
        resetPotential.checkSize("reset potential", populationSize);
    }

    @Override
    public Optional<AffineNeuron> affine(int neuron) {
        double keep = beta.at(neuron);
        double take = 1 - keep;
        double decay = rho.at(neuron);
        double coupling = (1 - decay) * a.at(neuron);
        double jump = (1 - decay) * b.at(neuron);
        double to = resetPotential.at(neuron);
        // The adaptation takes in the new potential, as if there were no spike; a spike then makes up for that.
        AffineMap tick = new AffineMap(
                new double[][] {{keep, -take}, {coupling * keep, decay - coupling * take}},
                new double[][] {{take}, {coupling * take}},
                new double[2]);
        AffineMap spike = new AffineMap(
                new double[][] {{0, 0}, {-coupling, 1}}, new double[2][0], new double[] {to, coupling * to + jump});
        return Optional.of(new SteadyNeuron(tick, spike, Math.nextUp(threshold.at(neuron)), to));
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return new Group(this, first, size);
    }

    /** State of the neurons. */
    private static final class Group extends SteppedGroup {

        private final double[] keep;
        private final double[] take;
        private final double[] rho;
        private final double[] coupling;
        private final double[] jump;
        private final double[] threshold;
        private final double[] resetPotential;
        private final SwingBound[] bounds;
        private final double[] v;
        private final double[] w;

        Group(SeAdLif model, int first, int size) {
            super(size);
            keep = model.beta.copyOf(first, size);
            rho = model.rho.copyOf(first, size);
            take = new double[size];
            coupling = new double[size];
            jump = new double[size];
            bounds = new SwingBound[size];
            for (int i = 0; i < size; i++) {
                take[i] = 1 - keep[i];
                coupling[i] = (1 - rho[i]) * model.a.at(first + i);
                jump[i] = (1 - rho[i]) * model.b.at(first + i);
                // Neurons that are alike share one: a million of them are to fit into memory.
                boolean alike =
                        i > 0 && keep[i] == keep[i - 1] && rho[i] == rho[i - 1] && coupling[i] == coupling[i - 1];
                bounds[i] = alike ? bounds[i - 1] : SwingBound.of(keep[i], rho[i], model.a.at(first + i));
            }
            threshold = model.threshold.copyOf(first, size);
            resetPotential = model.resetPotential.copyOf(first, size);
            v = new double[size];
            w = new double[size];
        }

        @Override
        protected double[][] variables() {
            return new double[][] {v, w};
        }

        @Override
        protected double[] potentials() {
            return v;
        }

        @Override
        protected boolean step(int neuron, long tick, double[] input, int offset) {
            double potential = leaked(neuron) + take[neuron] * input[offset + neuron];
            input[offset + neuron] = 0;
            boolean fires = potential > threshold[neuron];
            v[neuron] = fires ? resetPotential[neuron] : potential;
            w[neuron] = adapted(neuron) + (fires ? jump[neuron] : 0);
            return fires;
        }

        private double leaked(int neuron) {
            return Fading.cut(keep[neuron] * v[neuron] - take[neuron] * w[neuron]);
        }

        private double adapted(int neuron) {
            return Fading.cut(rho[neuron] * w[neuron] + coupling[neuron] * v[neuron]);
        }

        @Override
        protected boolean stepSilently(int neuron, long tick) {
            double oldV = v[neuron];
            double oldW = w[neuron];
            v[neuron] = leaked(neuron);
            w[neuron] = adapted(neuron);
            return v[neuron] != oldV || w[neuron] != oldW;
        }

        @Override
        protected long mayFireAt(int neuron, long tick) {
            return bounds[neuron].mayExceed(threshold[neuron], v[neuron], w[neuron]) ? tick + 1 : NEVER;
        }
    }

    /**
     * How high the potential of a {@link SeAdLif} neuron can still come by itself. Without input and spikes its state goes by a
     * matrix,
     *
     * <pre>
     *   v &lt;- beta v - (1 - beta) w
     *   w &lt;- rho w + (1 - rho) a v
     * </pre>
     *
     * of determinant {@code beta rho}, and what bounds it depends on the matrix. If the state turns, {@code det(x, M x)} is an
     * ellipse that each tick shrinks by that determinant. If it does not, the potential is a sum of two powers. If {@code |a|} is
     * at most 1, neither variable can grow beyond the larger of both. Where two of these hold, the lower bound counts; where the
     * numbers would be too inexact for any, a neuron may fire until its state is zero.
     *
     * @param turning whether the ellipse bounds it
     * @param vv coefficient of {@code v v} of the ellipse, scaled so that its value is the square of the highest potential
     * @param vw coefficient of {@code v w} of the ellipse
     * @param ww coefficient of {@code w w} of the ellipse
     * @param larger the larger eigenvalue if there are two real ones, otherwise NaN
     * @param smaller the smaller one
     * @param keep beta
     * @param boundedByLarger whether neither variable grows beyond the larger of both
     */
    record SwingBound(
            boolean turning,
            double vv,
            double vw,
            double ww,
            double larger,
            double smaller,
            double keep,
            boolean boundedByLarger) {

        /** Rounding must not make a neuron fire that was thought to stay below the threshold. */
        private static final double MARGIN = 1e-9;

        /** How clearly the state must turn, or not, for the bound to be exact enough. */
        private static final double CLEARLY = 1e-4;

        static SwingBound of(double beta, double rho, double a) {
            double take = 1 - beta;
            double coupling = (1 - rho) * a;
            double vv = coupling * beta;
            double vw = rho - coupling * take - beta;
            double ww = take;
            double area = 4 * vv * ww - vw * vw;
            boolean within = Math.abs(a) <= 1;
            if (vv > 0 && area > CLEARLY * 4 * vv * ww) {
                double scale = 4 * ww / area;
                return new SwingBound(true, scale * vv, scale * vw, scale * ww, Double.NaN, Double.NaN, beta, within);
            }
            double half = (beta + rho - coupling * take) / 2;
            double root = Math.sqrt(Math.max(0, half * half - beta * rho));
            boolean apart = root > CLEARLY;
            return new SwingBound(
                    false, 0, 0, 0, apart ? half + root : Double.NaN, apart ? half - root : Double.NaN, beta, within);
        }

        /** Whether the potential may exceed a threshold at any tick after the present one. */
        boolean mayExceed(double threshold, double v, double w) {
            double low = threshold * (1 - MARGIN);
            boolean quiet = v == 0 && w == 0 || boundedByLarger && Math.abs(v) < low && Math.abs(w) < low;
            if (!quiet && turning) {
                quiet = vv * v * v + vw * v * w + ww * w * w < low * low;
            } else if (!quiet && larger == larger) {
                double next = keep * v - (1 - keep) * w;
                double first = larger * (next - smaller * v);
                double second = smaller * (larger * v - next);
                quiet = Math.abs(first) + Math.abs(second) < low * (larger - smaller);
            }
            return !quiet;
        }
    }
}
