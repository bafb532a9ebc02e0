package ganglion.hardware.precision;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.model.SteppedGroup;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Leaky integrate-and-fire neuron whose membrane is a fixed-point number, as on digital chips. As {@link
 * ganglion.kernel.neuron.model.Lif}, but what the leak leaves is rounded toward zero to the grid, and the membrane does not go
 * beyond its largest number:
 *
 * <pre>
 *   v &lt;- grid(beta v) + c + x      c = (1 - beta) rest + bias,  grid(v) = trunc(v / step) step
 *   v &lt;- min(max(v, lowest), limit)
 *   fire and reset as Lif
 * </pre>
 *
 * With weights, bias and threshold on the grid, the membrane stays on it. A linear leak takes a constant off its absolute value
 * in place of a share:
 *
 * <pre>
 *   v &lt;- sign(v) max(|v| - leak, 0) + c + x      c = bias
 * </pre>
 *
 * <p>Source: the rounding is that of the Loihi neuron in SANA-FE 2.2.1, whose step is 1/64; with
 * betas of 12 bits that is Loihi's own arithmetic, as Lava's bit-accurate model has it; saturation as in two's complement hardware.
 *
 * @param parameters as of Lif
 * @param step distance of two neighbouring potentials, a power of two, so that rounding to it is exact
 * @param lowest lowest potential, 0 or less, also after a reset and at the beginning
 * @param limit largest potential, more than 0; infinity for none
 * @param linearLeak what a tick takes off the absolute value of the potential, which then leaks to zero; beta and rest mean
 *     nothing. Empty for a leak by a share
 */
public record GridLif(
        LifParameters parameters, double step, double lowest, double limit, Optional<NeuronValues> linearLeak)
        implements NeuronModel {

    /**
     * @throws IllegalArgumentException if the step is not a power of two, the limit not more than 0, the lowest potential more
     *     than 0, or a linear leak negative
     */
    public GridLif {
        Objects.requireNonNull(parameters, "parameters");
        if (!(step > 0) || Double.isInfinite(step) || step != Math.scalb(1.0, Math.getExponent(step))) {
            throw new IllegalArgumentException("the step of the membrane is " + step + ", expected a power of two");
        }
        if (!(limit > 0)) {
            throw new IllegalArgumentException("the largest potential is " + limit + ", expected more than 0");
        }
        if (!(lowest <= 0)) {
            throw new IllegalArgumentException("the lowest potential is " + lowest + ", expected 0 or less");
        }
        linearLeak.ifPresent(leak -> leak.check("linear leak", value -> value >= 0, "0 or more"));
    }

    /** A neuron that leaks by a share, of a signed membrane. */
    public GridLif(LifParameters parameters, double step, double limit) {
        this(parameters, step, -limit, limit, Optional.empty());
    }

    @Override
    public String name() {
        return "grid-lif";
    }

    @Override
    public void checkSize(int populationSize) {
        parameters.checkSize(populationSize);
        linearLeak.ifPresent(leak -> leak.checkSize("linear leak", populationSize));
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return new Group(this, first, size);
    }

    private static final class Group extends SteppedGroup {

        private static final double NO_SPIKE_YET = Long.MIN_VALUE / 2.0;

        private final GridLif model;
        private final LifParameters parameters;
        private final double[] beta;

        /** What a tick takes off; null for a leak by a share. */
        private final double[] leak;

        private final double[] drive;
        private final double[] threshold;
        private final double[] fireLevel;
        private final double[] resetPotential;
        private final double[] potential;
        private final double[] lastSpike;

        Group(GridLif model, int first, int size) {
            super(size);
            this.model = model;
            this.parameters = model.parameters();
            this.beta = parameters.beta().copyOf(first, size);
            this.leak = model.linearLeak().map(each -> each.copyOf(first, size)).orElse(null);
            this.threshold = parameters.threshold().copyOf(first, size);
            this.resetPotential = parameters.resetPotential().copyOf(first, size);
            this.potential = parameters.initialPotential().copyOf(first, size);
            this.drive = parameters.bias().copyOf(first, size);
            this.fireLevel = threshold.clone();
            this.lastSpike = new double[size];
            Arrays.fill(lastSpike, NO_SPIKE_YET);
            for (int i = 0; i < size; i++) {
                drive[i] += leak == null ? (1 - beta[i]) * parameters.rest().at(first + i) : 0;
                resetPotential[i] = Math.max(resetPotential[i], model.lowest());
                potential[i] = Math.max(potential[i], model.lowest());
                fireLevel[i] = parameters.strict() ? Math.nextUp(threshold[i]) : threshold[i];
            }
        }

        @Override
        protected double[] potentials() {
            return potential;
        }

        @Override
        protected double[][] variables() {
            return new double[][] {potential, lastSpike};
        }

        @Override
        protected boolean step(int neuron, long tick, double[] input, int offset) {
            boolean refractory = isRefractory(neuron, tick);
            potential[neuron] = after(neuron, tick, input[offset + neuron]);
            input[offset + neuron] = 0;
            if (potential[neuron] < fireLevel[neuron] || refractory) {
                return false;
            }
            lastSpike[neuron] = tick;
            if (!parameters.delayedReset() && parameters.reset() == Reset.BY_SUBTRACTION) {
                potential[neuron] -= threshold[neuron];
            } else if (!parameters.delayedReset() && parameters.reset() != Reset.NONE) {
                potential[neuron] = resetPotential[neuron];
            }
            return true;
        }

        @Override
        protected boolean stepSilently(int neuron, long tick) {
            double before = potential[neuron];
            potential[neuron] = after(neuron, tick, 0);
            return potential[neuron] != before || tick <= lastSpike[neuron] + Math.max(1, parameters.refractoryTicks());
        }

        /** Without drive the potential only comes closer to zero, so that it reaches its level at once or not at all. */
        @Override
        protected long mayFireAt(int neuron, long tick) {
            long free = (long) Math.max(tick, lastSpike[neuron] + parameters.refractoryTicks()) + 1;
            boolean fires = drive[neuron] != 0 || fireLevel[neuron] <= 0 || after(neuron, free, 0) >= fireLevel[neuron];
            return fires ? free : NEVER;
        }

        private boolean isRefractory(int neuron, long tick) {
            return parameters.refractoryTicks() > 0 && tick - lastSpike[neuron] <= parameters.refractoryTicks();
        }

        /** The potential of a neuron after a tick. */
        private double after(int neuron, long tick, double input) {
            double before = potential[neuron];
            if (isRefractory(neuron, tick)) {
                return before;
            }
            boolean resetNow = parameters.delayedReset() && lastSpike[neuron] == tick - 1;
            if (resetNow && parameters.reset() == Reset.TO_VALUE_LOSING_INPUT) {
                return resetPotential[neuron];
            }
            if (resetNow && parameters.reset() == Reset.TO_VALUE) {
                before = resetPotential[neuron];
            }
            double value = leaked(neuron, before) + drive[neuron] + input;
            if (resetNow && parameters.reset() == Reset.BY_SUBTRACTION) {
                value -= threshold[neuron];
            }
            return Math.min(Math.max(value, model.lowest()), model.limit());
        }

        private double leaked(int neuron, double before) {
            if (leak != null) {
                return Math.copySign(Math.max(Math.abs(before) - leak[neuron], 0), before);
            }
            return (long) (beta[neuron] * before / model.step()) * model.step();
        }
    }
}
