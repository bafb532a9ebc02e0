package ganglion.kernel.neuron.model;

import ganglion.kernel.affine.AffineMap;
import ganglion.kernel.affine.AffineNeuron;
import ganglion.kernel.neuron.Fading;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.current.AlphaCurrent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Leaky integrate-and-fire neuron with synaptic currents of alpha shape, in discrete time. With one current, which rises by
 * {@code r} and stands at {@code g}, each tick does
 *
 * <pre>
 *   v &lt;- (beta v + c) + (rise gain r + current gain g)
 *   g &lt;- decay g + coupling r
 *   r &lt;- decay r + x
 * </pre>
 *
 * with the input {@code x} and {@code c = (1 - beta) rest + bias}; then the neuron fires and is reset like {@link Lif}. With
 * two currents, of positive and of negative weights, both are added to v one after the other. A spike leaves the currents
 * alone; in a refractory period they go on while the potential stands still.
 *
 * <p>With {@link AlphaCurrent#exact} this is NEST's iaf_psc_alpha on its grid (Rotter and Diesmann, "Exact digital
 * simulation of time-invariant linear systems", Biol. Cybern. 81, 1999).
 *
 * @param membrane leak, threshold, reset and refractory period
 * @param currents one current for all weights, or one for positive and one for negative weights
 */
public record AlphaLif(LifParameters membrane, List<AlphaCurrent> currents) implements NeuronModel {

    /** @throws IllegalArgumentException if there is no current or more than two */
    public AlphaLif {
        Objects.requireNonNull(membrane, "membrane");
        currents = List.copyOf(currents);
        if (currents.isEmpty() || currents.size() > 2) {
            throw new IllegalArgumentException("a neuron has 1 or 2 synaptic currents, not " + currents.size());
        }
    }

    @Override
    public String name() {
        return "alpha-lif";
    }

    @Override
    public List<String> states() {
        return List.of(CURRENT);
    }

    @Override
    public int inputChannels() {
        return currents.size();
    }

    @Override
    public void checkSize(int populationSize) {
        membrane.checkSize(populationSize);
        currents.forEach(current -> current.checkSize(populationSize));
    }

    @Override
    public Optional<AffineNeuron> affine(int neuron) {
        return Optional.of(new MembraneMaps(membrane, neuron, tick(neuron)));
    }

    /** The map of a usual tick: the potential, then for each current its rise and the current itself. */
    private AffineMap tick(int neuron) {
        int variables = 1 + 2 * currents.size();
        double[][] matrix = new double[variables][variables];
        double[][] gain = new double[variables][currents.size()];
        double[] constant = new double[variables];
        matrix[0][0] = membrane.beta().at(neuron);
        constant[0] = MembraneMaps.drive(membrane, neuron);
        for (int c = 0; c < currents.size(); c++) {
            AlphaCurrent current = currents.get(c);
            int rise = 1 + 2 * c;
            double decay = current.decay().at(neuron);
            matrix[0][rise] = current.riseGain().at(neuron);
            matrix[0][rise + 1] = current.currentGain().at(neuron);
            matrix[rise][rise] = decay;
            gain[rise][c] = 1;
            matrix[rise + 1][rise] = current.coupling().at(neuron);
            matrix[rise + 1][rise + 1] = decay;
        }
        return new AffineMap(matrix, gain, constant);
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return new AlphaLifGroup(membrane, currents, first, size);
    }

    /**
     * State of {@code AlphaLif} neurons: a membrane and one or two currents of alpha shape each, with two numbers per
     * current.
     *
     * <p>Takes its neurons one by one, without loops over variables: such networks are small, and the response to a
     * current, which rises before it falls, needs a special bound for the question whether a neuron may still fire.
     */
    private static final class AlphaLifGroup extends SteppedGroup {

        private final Membranes membranes;
        private final RisingCurrent[] currents;

        /**
         * Neurons before their first tick.
         *
         * @param parameters leak, threshold, reset and refractory period of the population
         * @param models one current for all weights, or one for positive and one for negative weights
         * @param first position of the first neuron in its population
         * @param size number of neurons
         */
        public AlphaLifGroup(LifParameters parameters, List<AlphaCurrent> models, int first, int size) {
            super(size);
            membranes = new Membranes(parameters, first, size, true);
            currents = new RisingCurrent[models.size()];
            for (int c = 0; c < currents.length; c++) {
                currents[c] = new RisingCurrent(models.get(c), membranes.beta, first, size);
            }
        }

        @Override
        Membranes membranes() {
            return membranes;
        }

        @Override
        protected double[][] variables() {
            double[][] variables = new double[2 * currents.length][];
            for (int c = 0; c < currents.length; c++) {
                variables[2 * c] = currents[c].rise;
                variables[2 * c + 1] = currents[c].current;
            }
            return variables;
        }

        @Override
        protected double state(int state, int neuron) {
            double sum = currents[0].current[neuron];
            for (int c = 1; c < currents.length; c++) {
                sum += currents[c].current[neuron];
            }
            return sum;
        }

        @Override
        protected double[] potentials() {
            return membranes.potential;
        }

        @Override
        protected boolean step(int neuron, long tick, double[] input, int offset) {
            integrate(neuron, tick);
            for (int c = 0; c < currents.length; c++) {
                int position = offset + c * size + neuron;
                currents[c].advance(neuron, input[position]);
                input[position] = 0;
            }
            return membranes.fires(neuron, tick);
        }

        @Override
        protected boolean stepSilently(int neuron, long tick) {
            double before = membranes.potential[neuron];
            integrate(neuron, tick);
            boolean changed = before != membranes.potential[neuron] || tick <= membranes.recoveredAfter(neuron);
            for (RisingCurrent current : currents) {
                changed |= current.advance(neuron, 0);
            }
            return changed;
        }

        /**
         * Moves the potential by the currents as they were before the tick, as on NEST's grid: input acts from the next
         * tick on.
         */
        private void integrate(int neuron, long tick) {
            double second = currents.length > 1 ? currents[1].drive(neuron) : 0;
            membranes.potential[neuron] = membranes.after(neuron, tick, currents[0].drive(neuron), second);
        }

        @Override
        protected long mayFireAt(int neuron, long tick) {
            double bound = Math.max(membranes.potential[neuron], membranes.steadyState(neuron));
            for (RisingCurrent current : currents) {
                bound += current.mostLift(neuron);
            }
            return membranes.mayReachFireLevel(neuron, bound) ? membranes.nextFreeTick(neuron, tick) : NEVER;
        }

        /** One {@link AlphaCurrent} of some neurons. */
        private static final class RisingCurrent {

            /** A response that takes longer to peak is not followed; the neuron then counts as one that may always fire. */
            private static final int MOST_TICKS_TO_PEAK = 1 << 20;

            /** Share of a response that the search for its peak leaves open; it is added to the bound. */
            private static final double NEGLIGIBLE = 1e-6;

            /** The response is found with rounding, which must not make it too small. */
            private static final double ALLOWANCE = 1 + 1e-6;

            private final double[] decay;
            private final double[] coupling;
            private final double[] riseGain;
            private final double[] currentGain;
            private final double[] rise;
            private final double[] current;

            /** The most that a rise of 1, and one of -1, ever lift the potential; the same for a current. */
            private final double[] liftOfRise;

            private final double[] liftOfFall;
            private final double[] liftOfCurrent;
            private final double[] liftOfCounterCurrent;

            RisingCurrent(AlphaCurrent model, double[] beta, int first, int size) {
                decay = model.decay().copyOf(first, size);
                coupling = model.coupling().copyOf(first, size);
                riseGain = model.riseGain().copyOf(first, size);
                currentGain = model.currentGain().copyOf(first, size);
                rise = new double[size];
                current = new double[size];
                liftOfRise = new double[size];
                liftOfFall = new double[size];
                liftOfCurrent = new double[size];
                liftOfCounterCurrent = new double[size];
                for (int i = 0; i < size; i++) {
                    findLifts(i, i > 0 && isLike(i, i - 1, beta), beta[i]);
                }
            }

            /** Whether two neurons have the same parameters, so that one search for a peak serves both. */
            private boolean isLike(int one, int other, double[] beta) {
                return beta[one] == beta[other]
                        && decay[one] == decay[other]
                        && coupling[one] == coupling[other]
                        && riseGain[one] == riseGain[other]
                        && currentGain[one] == currentGain[other];
            }

            /**
             * Bounds the responses of a neuron to a unit of either variable, with either sign. The response is linear in
             * both, so that a sum of these bounds is a bound for any state.
             */
            private void findLifts(int neuron, boolean asBefore, double beta) {
                liftOfRise[neuron] = asBefore ? liftOfRise[neuron - 1] : lift(neuron, 1, 0, beta);
                liftOfFall[neuron] = asBefore ? liftOfFall[neuron - 1] : lift(neuron, -1, 0, beta);
                liftOfCurrent[neuron] = asBefore ? liftOfCurrent[neuron - 1] : lift(neuron, 0, 1, beta);
                liftOfCounterCurrent[neuron] = asBefore ? liftOfCounterCurrent[neuron - 1] : lift(neuron, 0, -1, beta);
            }

            /**
             * An upper bound of the response to a rise and a current. Follows the potential until what has leaked since the top
             * outweighs all drive that is left, or that is next to nothing.
             */
            private double lift(int neuron, double firstRise, double firstCurrent, double beta) {
                double v = 0;
                double r = firstRise;
                double g = firstCurrent;
                double highest = 0;
                double negligible = NEGLIGIBLE * driveLeft(neuron, r, g);
                for (int tick = 0; tick < MOST_TICKS_TO_PEAK; tick++) {
                    double bound = Math.max(v, 0) + driveLeft(neuron, r, g);
                    if (bound <= highest + negligible) {
                        return ALLOWANCE * Math.max(highest, bound);
                    }
                    v = beta * v + (riseGain[neuron] * r + currentGain[neuron] * g);
                    g = decay[neuron] * g + coupling[neuron] * r;
                    r *= decay[neuron];
                    highest = Math.max(highest, v);
                }
                return Double.POSITIVE_INFINITY;
            }

            /** All that a rise and a current will ever add, without regard to signs. */
            private double driveLeft(int neuron, double r, double g) {
                double ticks = 1 / (1 - decay[neuron]);
                double byCurrent = Math.abs(currentGain[neuron]) * ticks;
                double byRise = (Math.abs(riseGain[neuron]) + byCurrent * Math.abs(coupling[neuron])) * ticks;
                return byCurrent * Math.abs(g) + byRise * Math.abs(r);
            }

            /** What the current adds to the potential in this tick. */
            double drive(int neuron) {
                return riseGain[neuron] * rise[neuron] + currentGain[neuron] * current[neuron];
            }

            /** One tick; returns whether anything changed. */
            boolean advance(int neuron, double input) {
                double oldCurrent = current[neuron];
                double oldRise = rise[neuron];
                current[neuron] = Fading.settled(decay[neuron] * oldCurrent + coupling[neuron] * oldRise);
                rise[neuron] = Fading.settled(decay[neuron] * oldRise) + input;
                return current[neuron] != oldCurrent || rise[neuron] != oldRise;
            }

            /** An upper bound of what the current can still add to the potential at any later tick; 0 or more. */
            double mostLift(int neuron) {
                return part(rise[neuron], liftOfRise[neuron], liftOfFall[neuron])
                        + part(current[neuron], liftOfCurrent[neuron], liftOfCounterCurrent[neuron]);
            }

            /** The bound for one variable, by its sign. */
            private static double part(double value, double liftOfOne, double liftOfMinusOne) {
                if (value == 0) {
                    return 0;
                }
                return value > 0 ? value * liftOfOne : -value * liftOfMinusOne;
            }
        }
    }
}
