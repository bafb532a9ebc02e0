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
 * Neuron that prefers input in step with a damped oscillation of its own. Its state is a point that circles around zero; at
 * each tick
 *
 * <pre>
 *   (x, y) &lt;- decay (x cos angle - y sin angle, x sin angle + y cos angle), each {@link Fading#cut cut}
 *   x &lt;- x + input
 *   fire if y &gt;= threshold, and then (x, y) &lt;- (0, reset potential)
 * </pre>
 *
 * which is the exact solution of {@code dz/dt = (b + i omega) z} over one tick, with {@code decay = exp(b tick)} and {@code
 * angle = omega tick}. The potential is y.
 *
 * <p>Source: Izhikevich, "Resonate-and-fire neurons", Neural Networks 14, 2001, where the threshold is 1 and a spike sets z
 * to i; the same here takes a reset potential just below the threshold.
 *
 * @param decay share of the distance from zero that is left after one tick, 0 to 1, exclusive
 * @param angle turn in one tick in radians, finite
 * @param threshold above 0
 * @param resetPotential y after a spike, below the threshold
 */
public record ResonateAndFire(
        NeuronValues decay, NeuronValues angle, NeuronValues threshold, NeuronValues resetPotential)
        implements NeuronModel {

    /** @throws IllegalArgumentException naming the parameter, what was found and what was expected */
    public ResonateAndFire {
        decay.check("decay", value -> value >= 0 && value < 1, "a number from 0 to 1, 1 excluded");
        angle.check("angle", Double::isFinite, "a finite number of radians");
        threshold.check("threshold", value -> value > 0 && Double.isFinite(value), "a finite number above 0");
        resetPotential.checkFits("reset potential");
        LifParameters.checkResetBelowThreshold(resetPotential, threshold);
    }

    /** Neurons with common parameters that are reset to zero. */
    public static ResonateAndFire of(double decay, double angle, double threshold) {
        return new ResonateAndFire(
                NeuronValues.of(decay), NeuronValues.of(angle), NeuronValues.of(threshold), NeuronValues.of(0));
    }

    @Override
    public String name() {
        return "resonate-and-fire";
    }

    @Override
    public void checkSize(int populationSize) {
        decay.checkSize("decay", populationSize);
        angle.checkSize("angle", populationSize);
        threshold.checkSize("threshold", populationSize);
        resetPotential.checkSize("reset potential", populationSize);
    }

    @Override
    public Optional<AffineNeuron> affine(int neuron) {
        double along = decay.at(neuron) * StrictMath.cos(angle.at(neuron));
        double across = decay.at(neuron) * StrictMath.sin(angle.at(neuron));
        double to = resetPotential.at(neuron);
        // Variable 0 is y, which is compared with the threshold.
        AffineMap tick = new AffineMap(
                new double[][] {{along, across}, {-across, along}}, new double[][] {{0}, {1}}, new double[2]);
        AffineMap spike = new AffineMap(new double[2][2], new double[2][0], new double[] {to, 0});
        return Optional.of(new SteadyNeuron(tick, spike, threshold.at(neuron), to));
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return new Group(this, first, size);
    }

    /** State of the neurons. */
    private static final class Group extends SteppedGroup {

        /** Rounding must not make a neuron fire that was thought to stay below the threshold. */
        private static final double MARGIN = 1e-9;

        private final double[] along;
        private final double[] across;
        private final double[] threshold;
        private final double[] resetPotential;
        private final double[] x;
        private final double[] y;

        Group(ResonateAndFire model, int first, int size) {
            super(size);
            along = new double[size];
            across = new double[size];
            for (int i = 0; i < size; i++) {
                along[i] = model.decay.at(first + i) * StrictMath.cos(model.angle.at(first + i));
                across[i] = model.decay.at(first + i) * StrictMath.sin(model.angle.at(first + i));
            }
            threshold = model.threshold.copyOf(first, size);
            resetPotential = model.resetPotential.copyOf(first, size);
            x = new double[size];
            y = new double[size];
        }

        @Override
        protected double[][] variables() {
            return new double[][] {x, y};
        }

        @Override
        protected double[] potentials() {
            return y;
        }

        @Override
        protected boolean step(int neuron, long tick, double[] input, int offset) {
            turn(neuron, input[offset + neuron]);
            input[offset + neuron] = 0;
            if (y[neuron] < threshold[neuron]) {
                return false;
            }
            x[neuron] = 0;
            y[neuron] = resetPotential[neuron];
            return true;
        }

        /**
         * Turns and shrinks the state by one tick; the input enters x, so that it lifts the potential y only a part of
         * a turn later.
         */
        private void turn(int neuron, double input) {
            double before = x[neuron];
            x[neuron] = Fading.cut(along[neuron] * before - across[neuron] * y[neuron]) + input;
            y[neuron] = Fading.cut(across[neuron] * before + along[neuron] * y[neuron]);
        }

        @Override
        protected boolean stepSilently(int neuron, long tick) {
            double oldX = x[neuron];
            double oldY = y[neuron];
            turn(neuron, 0);
            return x[neuron] != oldX || y[neuron] != oldY;
        }

        @Override
        protected long mayFireAt(int neuron, long tick) {
            double distance = Math.hypot(x[neuron], y[neuron]);
            return distance >= threshold[neuron] * (1 - MARGIN) ? tick + 1 : NEVER;
        }
    }
}
