package ganglion.hardware.precision;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.Visit;
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
 * <p>Source: the rounding is that of the Loihi neuron in SANA-FE 2.2.1, whose step is 1/64; saturation as in two's
 * complement hardware.
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
        return new GridLifGroup(this, first, size);
    }

    /**
     * State of {@link GridLif} neurons. A neuron is taken through every tick; ticks without input are made up for at its next
     * visit, and stop costing anything once the potential rests.
     */
    static final class GridLifGroup implements NeuronGroup {

        private static final long NO_SPIKE_YET = Long.MIN_VALUE / 2;
        private static final long SEPARATE = Long.MIN_VALUE;

        private final int size;
        private final double step;
        private final double perStep;
        private final double lowest;
        private final double limit;
        private final Reset reset;
        private final boolean delayedReset;
        private final int refractoryTicks;
        private final double[] beta;

        /** What a tick takes off; null for a leak by a share. */
        private final double[] leak;

        private final double[] drive;
        private final double[] threshold;
        private final double[] fireLevel;
        private final double[] resetPotential;
        private final double[] potential;
        private final long[] upToDate;
        private final long[] lastSpike;
        private final boolean livesWithoutInput;

        /** Whether a tick is leak and input alone, without a reset of the tick before or a refractory period. */
        private final boolean plain;

        private long ownTick;

        /** The tick that all neurons are up to date with; {@link #SEPARATE} while each has one of its own. */
        private long commonTick = -1;

        GridLifGroup(GridLif model, int first, int size) {
            LifParameters parameters = model.parameters();
            this.size = size;
            this.step = model.step();
            this.perStep = 1 / step;
            this.lowest = model.lowest();
            this.limit = model.limit();
            this.reset = parameters.reset();
            this.delayedReset = parameters.delayedReset();
            this.refractoryTicks = parameters.refractoryTicks();
            this.beta = parameters.beta().copyOf(first, size);
            this.leak = model.linearLeak().map(each -> each.copyOf(first, size)).orElse(null);
            this.threshold = parameters.threshold().copyOf(first, size);
            this.resetPotential = parameters.resetPotential().copyOf(first, size);
            this.potential = parameters.initialPotential().copyOf(first, size);
            this.drive = parameters.bias().copyOf(first, size);
            this.fireLevel = threshold.clone();
            this.upToDate = new long[size];
            this.lastSpike = new long[size];
            Arrays.fill(upToDate, -1);
            Arrays.fill(lastSpike, NO_SPIKE_YET);
            boolean lives = false;
            for (int i = 0; i < size; i++) {
                drive[i] += leak == null ? (1 - beta[i]) * parameters.rest().at(first + i) : 0;
                resetPotential[i] = Math.max(resetPotential[i], lowest);
                potential[i] = Math.max(potential[i], lowest);
                fireLevel[i] = parameters.strict() ? Math.nextUp(threshold[i]) : threshold[i];
                lives |= drive[i] != 0 || fireLevel[i] <= 0 || potential[i] >= fireLevel[i];
            }
            this.livesWithoutInput = lives;
            this.plain = !delayedReset && refractoryTicks == 0;
            this.ownTick = lives ? 0 : NEVER;
        }

        @Override
        public long nextOwnTick() {
            return ownTick;
        }

        @Override
        public void visitAll(long tick, double[] input, int offset, Visit visit) {
            if (plain && commonTick == tick - 1) {
                leakAll(input, offset);
                commonTick = tick;
                for (int i = 0; i < size; i++) {
                    if (potential[i] >= fireLevel[i]) {
                        fire(i, tick, visit);
                    }
                }
            } else {
                keepSeparateTicks();
                for (int i = 0; i < size; i++) {
                    visit(i, tick, input, offset, visit);
                }
                commonTick = tick;
            }
            ownTick = livesWithoutInput ? tick + 1 : NEVER;
        }

        private void leakAll(double[] input, int offset) {
            for (int i = 0; i < size; i++) {
                double value = leaked(i, potential[i]) + drive[i] + input[offset + i];
                potential[i] = Math.min(Math.max(value, lowest), limit);
                input[offset + i] = 0;
            }
        }

        @Override
        public void visit(long tick, double[] input, int offset, int[] neurons, int count, Visit visit) {
            keepSeparateTicks();
            for (int k = 0; k < count; k++) {
                // A neuron that several rows reach is named several times.
                if (upToDate[neurons[k]] < tick) {
                    visit(neurons[k], tick, input, offset, visit);
                }
            }
        }

        private void keepSeparateTicks() {
            if (commonTick != SEPARATE) {
                Arrays.fill(upToDate, commonTick);
                commonTick = SEPARATE;
            }
        }

        private void visit(int neuron, long tick, double[] input, int offset, Visit visit) {
            bringTo(neuron, tick - 1);
            double value = after(neuron, tick, input[offset + neuron]);
            input[offset + neuron] = 0;
            potential[neuron] = value;
            upToDate[neuron] = tick;
            if (value >= fireLevel[neuron] && !isRefractory(neuron, tick)) {
                fire(neuron, tick, visit);
            }
        }

        private void fire(int neuron, long tick, Visit visit) {
            visit.fire(neuron);
            lastSpike[neuron] = tick;
            if (!delayedReset && reset == Reset.BY_SUBTRACTION) {
                potential[neuron] -= threshold[neuron];
            } else if (!delayedReset && (reset == Reset.TO_VALUE || reset == Reset.TO_VALUE_LOSING_INPUT)) {
                potential[neuron] = resetPotential[neuron];
            }
            // A reset may leave so much that the neuron fires again as soon as it may, though no input arrives.
            long free = tick + 1 + refractoryTicks;
            if (!livesWithoutInput && after(neuron, free, 0) >= fireLevel[neuron]) {
                visit.revisit(neuron, free);
            }
        }

        private boolean isRefractory(int neuron, long tick) {
            return refractoryTicks > 0 && tick - lastSpike[neuron] <= refractoryTicks;
        }

        /** The potential after a tick, given the one before it. */
        private double after(int neuron, long tick, double input) {
            double before = potential[neuron];
            if (isRefractory(neuron, tick)) {
                return before;
            }
            boolean resetNow = delayedReset && lastSpike[neuron] == tick - 1;
            if (resetNow && reset == Reset.TO_VALUE_LOSING_INPUT) {
                return resetPotential[neuron];
            }
            if (resetNow && reset == Reset.TO_VALUE) {
                before = resetPotential[neuron];
            }
            double value = leaked(neuron, before) + drive[neuron] + input;
            if (resetNow && reset == Reset.BY_SUBTRACTION) {
                value -= threshold[neuron];
            }
            return Math.min(Math.max(value, lowest), limit);
        }

        /** What a tick leaves of a potential. */
        private double leaked(int neuron, double before) {
            return leak == null
                    ? grid(beta[neuron] * before)
                    : Math.copySign(Math.max(Math.abs(before) - leak[neuron], 0), before);
        }

        private double grid(double value) {
            // Potentials are far below 2^63 steps, where the conversion would saturate.
            return (long) (value * perStep) * step;
        }

        private void bringTo(int neuron, long tick) {
            long done = upToDate[neuron];
            while (done < tick) {
                double before = potential[neuron];
                potential[neuron] = after(neuron, ++done, 0);
                boolean resting =
                        potential[neuron] == before && done > lastSpike[neuron] + Math.max(1, refractoryTicks);
                if (resting) {
                    break;
                }
            }
            upToDate[neuron] = tick;
        }

        @Override
        public void membranePotentials(long tick, double[] potentials, int offset) {
            if (commonTick != tick) {
                keepSeparateTicks();
                for (int i = 0; i < size; i++) {
                    bringTo(i, tick);
                }
                commonTick = tick;
            }
            System.arraycopy(potential, 0, potentials, offset, size);
        }
    }
}
