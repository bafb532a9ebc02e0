package ganglion.kernel.neuron.model;

import ganglion.kernel.affine.AffineMap;
import ganglion.kernel.affine.AffineNeuron;
import ganglion.kernel.neuron.Fading;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.Visit;
import ganglion.kernel.neuron.current.SynapticCurrent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Leaky integrate-and-fire neuron with exponentially decaying synaptic currents, in discrete time. With one current
 * {@code g}, each tick does, depending on the order,
 *
 * <pre>
 *   potential first                          current first
 *   v &lt;- (beta v + c) + gain g               g &lt;- (decay g + b) + x
 *   g &lt;- (decay g + b) + x                   v &lt;- (beta v + c) + gain g
 * </pre>
 *
 * with the input {@code x} (the summed weights that arrive at the tick), the bias {@code b} of the current and {@code c = (1 - beta) rest + bias}; then the
 * neuron fires and is reset like {@link Lif}. With two currents {@code e} and {@code i}, which take positive and negative
 * weights, {@code (gain_e e) + (gain_i i)} is added one after the other, in this order. A spike leaves the currents alone;
 * in a refractory period they go on while the potential stands still.
 *
 * <p>Potential first with {@link SynapticCurrent#exact} is NEST's iaf_psc_exp on its grid (Rotter and Diesmann, "Exact
 * digital simulation of time-invariant linear systems", Biol. Cybern. 81, 1999). Current first is snnTorch's Synaptic
 * (Eshraghian et al., Proc. IEEE 111(9), 2023) and the CubaLIF of NIR (Pedersen et al., Nat. Commun. 15, 2024) as trainers
 * discretise it; Synaptic's reset to zero is {@link Reset#TO_VALUE_LOSING_INPUT}.
 *
 * @param membrane leak, threshold, reset and refractory period
 * @param currents one current for all weights, or one for positive and one for negative weights
 * @param order whether input acts on the potential at once
 */
public record SynapticLif(LifParameters membrane, List<SynapticCurrent> currents, SynapticOrder order)
        implements NeuronModel {

    /** @throws IllegalArgumentException if there is no current or more than two */
    public SynapticLif {
        Objects.requireNonNull(membrane, "membrane");
        Objects.requireNonNull(order, "order");
        currents = List.copyOf(currents);
        if (currents.isEmpty() || currents.size() > 2) {
            throw new IllegalArgumentException("a neuron has 1 or 2 synaptic currents, not " + currents.size());
        }
    }

    @Override
    public String name() {
        return "synaptic-lif";
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

    /** The map of a usual tick: the potential, then the currents. */
    private AffineMap tick(int neuron) {
        int variables = 1 + currents.size();
        boolean currentFirst = order == SynapticOrder.CURRENT_FIRST;
        double[][] matrix = new double[variables][variables];
        double[][] gain = new double[variables][currents.size()];
        double[] constant = new double[variables];
        matrix[0][0] = membrane.beta().at(neuron);
        constant[0] = MembraneMaps.drive(membrane, neuron);
        for (int c = 0; c < currents.size(); c++) {
            SynapticCurrent current = currents.get(c);
            double decay = current.decay().at(neuron);
            double perCurrent = current.gain().at(neuron);
            double bias = current.bias().at(neuron);
            matrix[c + 1][c + 1] = decay;
            gain[c + 1][c] = 1;
            constant[c + 1] = bias;
            matrix[0][c + 1] = currentFirst ? perCurrent * decay : perCurrent;
            gain[0][c] = currentFirst ? perCurrent : 0;
            constant[0] += currentFirst ? perCurrent * bias : 0;
        }
        return new AffineMap(matrix, gain, constant);
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return new SynapticLifGroup(membrane, currents, order == SynapticOrder.CURRENT_FIRST, first, size);
    }

    /**
     * State of {@code SynapticLif} neurons: a membrane and one or two exponentially decaying currents each.
     *
     * <p>A tick of all neurons runs through the group in blocks, and within a block variable by variable: decay, input,
     * integration. Each of these loops reads and writes consecutive elements of a few arrays, which the compiler
     * vectorises; a block is small enough for its arrays to stay in the nearest cache from one loop to the next. Blocks do
     * not interact, so that their length cannot show in a result.
     *
     * <p>One and two currents, and neurons that are alike or not, have separate loops. The brackets are the same in all of
     * them: {@code (settled(beta v + drive) + first) + second}.
     */
    private static final class SynapticLifGroup extends SteppedGroup {

        /** Neurons taken through a tick together: few enough that all their state stays in the nearest cache. */
        private static final int BLOCK = 512;

        private final Membranes membranes;
        /** Whether input acts on the potential at the tick at which it arrives, rather than at the next. */
        private final boolean currentFirst;
        /** Current of all weights, or of the positive ones where there are two. */
        private final DecayingCurrent first;

        /** Current of the negative weights; null where one current takes all. */
        private final DecayingCurrent second;

        /** Whether all neurons have the same parameters, which loops then keep in registers. */
        private final boolean alike;

        private final Arrivals arrivals = new Arrivals();

        /**
         * Neurons before their first tick.
         *
         * @param parameters leak, threshold, reset and refractory period of the population
         * @param currents one current for all weights, or one for positive and one for negative weights
         * @param currentFirst whether a tick moves the currents before the potential, so that input acts at once
         * @param firstNeuron position of the first neuron in its population
         * @param size number of neurons
         */
        public SynapticLifGroup(
                LifParameters parameters,
                List<SynapticCurrent> currents,
                boolean currentFirst,
                int firstNeuron,
                int size) {
            super(size);
            this.currentFirst = currentFirst;
            membranes = new Membranes(parameters, firstNeuron, size, true);
            first = new DecayingCurrent(currents.get(0), membranes.beta, firstNeuron, size);
            second = currents.size() < 2
                    ? null
                    : new DecayingCurrent(currents.get(1), membranes.beta, firstNeuron, size);
            alike = membranes.alike && first.alike && (second == null || second.alike);
        }

        @Override
        protected double state(int state, int neuron) {
            return second == null ? first.value[neuron] : first.value[neuron] + second.value[neuron];
        }

        @Override
        protected double[] potentials() {
            return membranes.potential;
        }

        @Override
        protected void stepAll(long tick, double[] input, int offset, Visit visit) {
            membranes.beforeLeak(tick);
            for (int from = 0; from < size; from += BLOCK) {
                int until = Math.min(size, from + BLOCK);
                if (currentFirst) {
                    decayAll(from, until, input, offset);
                    integrateAll(from, until);
                } else {
                    integrateAll(from, until);
                    decayAll(from, until, input, offset);
                }
                membranes.fireRange(from, until, tick, visit);
            }
            membranes.complete(tick, visit);
        }

        @Override
        protected void stepAllReached(long tick, double[] input, int offset, int[] reached, int count, Visit visit) {
            membranes.beforeLeak(tick);
            for (int from = 0; from < size; from += BLOCK) {
                int until = Math.min(size, from + BLOCK);
                if (!currentFirst) {
                    integrateAll(from, until);
                    membranes.fireRange(from, until, tick, visit);
                }
                decayAll(from, until);
            }
            // Few neurons have input: the loops above leave it out, and it is added to those few. The current first
            // order
            // must integrate only afterwards, hence in a second pass.
            Arrivals.addReached(first.value, input, offset, reached, count);
            if (second != null) {
                Arrivals.addReached(second.value, input, offset + size, reached, count);
            }
            if (currentFirst) {
                for (int from = 0; from < size; from += BLOCK) {
                    int until = Math.min(size, from + BLOCK);
                    integrateAll(from, until);
                    membranes.fireRange(from, until, tick, visit);
                }
            }
            membranes.complete(tick, visit);
        }

        /** Decays all currents of a block and adds their bias. */
        private void decayAll(int from, int until) {
            first.decayAll(from, until);
            if (second != null) {
                second.decayAll(from, until);
            }
        }

        /** The same, and adds the input, that of negative weights to the second current where there are two. */
        private void decayAll(int from, int until, double[] input, int offset) {
            first.decayAll(from, until, arrivals.of(from, until, input, offset));
            Arrays.fill(input, offset + from, offset + until, 0);
            if (second != null) {
                second.decayAll(from, until, arrivals.of(from, until, input, offset + size));
                Arrays.fill(input, offset + size + from, offset + size + until, 0);
            }
        }

        /** Moves the potentials of a block, refractory or not: those that stand still are put back afterwards. */
        private void integrateAll(int from, int until) {
            if (alike && second == null) {
                integrateOneAlike(from, until);
            } else if (alike) {
                integrateTwoAlike(from, until);
            } else {
                integrateEach(from, until);
            }
        }

        /** Integrates neurons that share their parameters, with one current. */
        private void integrateOneAlike(int from, int until) {
            double[] potential = membranes.potential;
            double[] current = first.value;
            double beta = membranes.beta[0];
            double drive = membranes.drive[0];
            double gain = first.gain[0];
            for (int i = from; i < until; i++) {
                potential[i] = Fading.settled(beta * potential[i] + drive) + gain * current[i];
            }
        }

        /** Integrates neurons that share their parameters, with two currents, added one after the other. */
        private void integrateTwoAlike(int from, int until) {
            double[] potential = membranes.potential;
            double[] excitatory = first.value;
            double[] inhibitory = second.value;
            double beta = membranes.beta[0];
            double drive = membranes.drive[0];
            double excitatoryGain = first.gain[0];
            double inhibitoryGain = second.gain[0];
            for (int i = from; i < until; i++) {
                potential[i] = Fading.settled(beta * potential[i] + drive)
                        + excitatoryGain * excitatory[i]
                        + inhibitoryGain * inhibitory[i];
            }
        }

        /** Integrates neurons with parameters of their own, with one current or two. */
        private void integrateEach(int from, int until) {
            double[] potential = membranes.potential;
            double[] beta = membranes.beta;
            double[] drive = membranes.drive;
            double[] gain = first.gain;
            double[] current = first.value;
            for (int i = from; i < until; i++) {
                potential[i] = Fading.settled(beta[i] * potential[i] + drive[i]) + gain[i] * current[i];
            }
            if (second != null) {
                addEach(potential, second.gain, second.value, from, until);
            }
        }

        private static void addEach(double[] potential, double[] gain, double[] current, int from, int until) {
            for (int i = from; i < until; i++) {
                potential[i] = potential[i] + gain[i] * current[i];
            }
        }

        @Override
        protected boolean step(int neuron, long tick, double[] input, int offset) {
            advance(neuron, tick, input[offset + neuron], second == null ? 0 : input[offset + size + neuron]);
            input[offset + neuron] = 0;
            if (second != null) {
                input[offset + size + neuron] = 0;
            }
            return membranes.fires(neuron, tick);
        }

        @Override
        protected boolean stepSilently(int neuron, long tick) {
            double potential = membranes.potential[neuron];
            double excitation = first.value[neuron];
            double inhibition = second == null ? 0 : second.value[neuron];
            advance(neuron, tick, 0, 0);
            return potential != membranes.potential[neuron]
                    || excitation != first.value[neuron]
                    || second != null && inhibition != second.value[neuron]
                    || tick <= membranes.recoveredAfter(neuron);
        }

        /** One tick of one neuron in the order of the model, with the brackets of the loops over all neurons. */
        private void advance(int neuron, long tick, double positive, double negative) {
            if (currentFirst) {
                decay(neuron, positive, negative);
                membranes.potential[neuron] = integrated(neuron, tick);
            } else {
                membranes.potential[neuron] = integrated(neuron, tick);
                decay(neuron, positive, negative);
            }
        }

        /** Decays the currents of a neuron and adds what arrives. */
        private void decay(int neuron, double positive, double negative) {
            first.decay(neuron, positive);
            if (second != null) {
                second.decay(neuron, negative);
            }
        }

        /** The potential of a neuron after a tick; the second current is added after the first, never to it. */
        private double integrated(int neuron, long tick) {
            return second == null
                    ? membranes.after(neuron, tick, first.drive(neuron))
                    : membranes.after(neuron, tick, first.drive(neuron), second.drive(neuron));
        }

        @Override
        protected long mayFireAt(int neuron, long tick) {
            double drive = first.steadyDrive(neuron) + (second == null ? 0 : second.steadyDrive(neuron));
            // An upper bound of the potential at any later tick: the higher of now and the steady state under the
            // steady
            // part of the currents, plus the most that the decaying part can still add.
            double steady = membranes.steadyState(neuron, drive);
            double bound = Math.max(membranes.potential[neuron], steady) + first.mostLift(neuron);
            if (second != null) {
                bound += second.mostLift(neuron);
            }
            return membranes.mayReachFireLevel(neuron, bound) ? membranes.nextFreeTick(neuron, tick) : NEVER;
        }

        @Override
        Membranes membranes() {
            return membranes;
        }

        @Override
        protected double[][] variables() {
            return second == null ? new double[][] {first.value} : new double[][] {first.value, second.value};
        }
    }
}
