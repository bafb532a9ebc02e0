package ganglion.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.core.DividedRuns;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.Visit;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.model.BalancedResonator;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.Izhikevich;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.ResonateAndFire;
import ganglion.kernel.neuron.model.SeAdLif;
import ganglion.kernel.neuron.model.SynapticLif;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every group of neurons promises, for every model and every way through a tick: the spikes and potentials of the
 * equations, taken tick by tick, to the last bit.
 */
class NeuronGroupContractTest {

    private static final int SIZE = 24;
    private static final int TICKS = 260;

    /** Sizes of actors: one group of all neurons, single neurons, and groups of which the last is smaller. */
    private static final int[] ACTORS = {SIZE, 1, 5};

    /** Enough to have every model, with every kind of reset, current and drive. */
    private static final int MODELS = 95;

    static Stream<NeuronModel> models() {
        return IntStream.range(0, MODELS).mapToObj(seed -> RandomNetworks.model(new Random(seed), SIZE));
    }

    @Test
    void theModelsAreOfEveryKind() {
        Map<String, Long> models =
                models().collect(Collectors.groupingBy(NeuronModel::name, TreeMap::new, Collectors.counting()));

        assertTrue(models.size() == 9 && models.values().stream().allMatch(count -> count > 1), models::toString);
    }

    /** How a tick is visited. */
    private enum Way {
        SPARSE,
        WHOLE,
        WHOLE_LISTED,
        MIXED
    }

    /** Input of a neuron and channel at a tick: seldom anything, now and then a volley into all. */
    private static double[] input(NeuronModel model, long tick) {
        double[] input = new double[SIZE * model.inputChannels()];
        Random random = new Random(tick * 7919 + 13);
        double scale = model instanceof Izhikevich ? 20 : 1;
        if (tick % 90 == 40) {
            Arrays.setAll(input, i -> scale * random.nextDouble());
        } else if (random.nextInt(4) == 0) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                input[random.nextInt(SIZE)] += scale * (1.4 * random.nextDouble() - 0.3);
            }
        }
        for (int i = SIZE; i < input.length; i++) {
            input[i] = random.nextInt(9) == 0 ? -0.5 * random.nextDouble() : 0;
        }
        return input;
    }

    /** A group and the visits that it wishes for, as a core keeps them. */
    private static final class Driven {

        private final NeuronGroup group;
        private final int first;
        private final int size;
        private final int channels;
        private final Random ways = new Random(99);
        private TreeMap<Long, TreeSet<Integer>> wishes = new TreeMap<>();

        Driven(NeuronModel model, int first, int size) {
            this(model, first, size, size);
        }

        Driven(NeuronModel model, int first, int size, int perActor) {
            this.group = DividedRuns.of(model, first, size, perActor);
            this.first = first;
            this.size = size;
            this.channels = model.inputChannels();
        }

        /** The neurons that fire at a tick, by position in the population. */
        TreeSet<Integer> run(long tick, double[] ofPopulation, Way way) {
            double[] input = new double[2 + size * channels];
            TreeSet<Integer> due = new TreeSet<>();
            for (int channel = 0; channel < channels; channel++) {
                for (int i = 0; i < size; i++) {
                    double value = ofPopulation[channel * SIZE + first + i];
                    input[2 + channel * size + i] = value;
                    if (value != 0) {
                        due.add(i);
                    }
                }
            }
            due.addAll(wishes.getOrDefault(tick, new TreeSet<>()));
            wishes.remove(tick);
            Visit visit = new Visit();
            Way taken = way == Way.MIXED ? Way.values()[ways.nextInt(3)] : way;
            boolean wanted = group.nextOwnTick() == tick;
            int[] twice = new int[2 * due.size()];
            int count = 0;
            for (int neuron : due.descendingSet()) {
                twice[count++] = neuron;
            }
            for (int neuron : due) {
                twice[count++] = neuron;
            }
            if (taken == Way.WHOLE) {
                group.visitAll(tick, input, 2, visit);
            } else if (taken == Way.WHOLE_LISTED || wanted) {
                group.visitAllReached(tick, input, 2, twice, count, visit);
            } else if (count > 0) {
                group.visit(tick, input, 2, twice, count, visit);
            }
            assertArrayEquals(new double[input.length], input, "input is left over");
            TreeSet<Integer> fired = new TreeSet<>();
            for (int i = 0; i < visit.firedCount(); i++) {
                assertTrue(fired.add(first + visit.fired(i)), "a neuron fires twice at tick " + tick);
                boolean ascends = i == 0 || visit.fired(i) > visit.fired(i - 1);
                assertTrue(ascends || taken == Way.SPARSE, "spikes out of order at tick " + tick);
            }
            for (int i = 0; i < visit.revisitCount(); i++) {
                assertTrue(visit.revisitTick(i) > tick, "a visit in the past");
                wishes.computeIfAbsent(visit.revisitTick(i), any -> new TreeSet<>())
                        .add(visit.revisitNeuron(i));
            }
            return fired;
        }

        double[] potentials(long tick) {
            double[] potentials = new double[SIZE];
            group.membranePotentials(tick, potentials, first);
            return potentials;
        }

        long[] state(long tick) {
            long[] words = new long[size * group.stateWords()];
            group.saveState(tick, words, 0);
            return words;
        }
    }

    private static OracleNeuron[] oracle(NeuronModel model) {
        OracleNeuron[] neurons = new OracleNeuron[SIZE];
        Arrays.setAll(neurons, i -> OracleNeuron.of(model, i));
        return neurons;
    }

    private static TreeSet<Integer> tick(OracleNeuron[] oracle, double[] input) {
        TreeSet<Integer> fired = new TreeSet<>();
        for (int i = 0; i < SIZE; i++) {
            if (oracle[i].tick(input[i], input.length > SIZE ? input[SIZE + i] : 0)) {
                fired.add(i);
            }
        }
        return fired;
    }

    @ParameterizedTest
    @MethodSource("models")
    void followsTheEquationsHoweverItIsVisited(NeuronModel model) {
        for (int perActor : ACTORS) {
            for (Way way : Way.values()) {
                follow(model, perActor, way, false);
                follow(model, perActor, way, true);
            }
        }
    }

    private static void follow(NeuronModel model, int perActor, Way way, boolean watched) {
        Driven group = new Driven(model, 0, SIZE, perActor);
        OracleNeuron[] oracle = oracle(model);
        for (long t = 0; t < TICKS; t++) {
            long tick = t;
            double[] input = input(model, tick);
            TreeSet<Integer> expected = tick(oracle, input);

            assertEquals(expected, group.run(tick, input, way), perActor + " an actor, " + way + " at tick " + tick);
            if (tick == TICKS - 1 || watched && tick % 7 == 3) {
                assertPotentials(oracle, group, tick, () -> perActor + " an actor, " + way + " at tick " + tick);
            }
        }
    }

    private static void assertPotentials(OracleNeuron[] oracle, Driven group, long tick, Supplier<String> message) {
        double[] expected =
                Arrays.stream(oracle).mapToDouble(OracleNeuron::potential).toArray();
        assertArrayEquals(expected, group.potentials(tick), message);
    }

    /** Those into which nothing flows by itself. */
    static Stream<NeuronModel> undrivenModels() {
        return models().filter(model -> !(model instanceof DrivenNeurons));
    }

    /** Numbers below {@link Double#MIN_NORMAL} would make a fading group many times slower than one at work. */
    @ParameterizedTest
    @MethodSource("undrivenModels")
    void fadesByTheEquationsWithoutASubnormalNumber(NeuronModel model) {
        for (Way way : Way.values()) {
            Driven group = new Driven(model, 0, SIZE);
            OracleNeuron[] oracle = oracle(model);
            for (long t = 0; t < 900; t++) {
                long tick = t;
                double[] input = new double[SIZE * model.inputChannels()];
                if (tick % 300 == 0) {
                    Arrays.setAll(input, i -> (i < SIZE ? 1e-185 : -1e-187) / (i + 1));
                }
                TreeSet<Integer> expected = tick(oracle, input);

                assertEquals(expected, group.run(tick, input, way), way + " at tick " + tick);
                if (tick % 3 == 0) {
                    assertFaded(model, group.state(tick), tick);
                    assertPotentials(oracle, group, tick, () -> way + " at tick " + tick);
                }
            }
        }
    }

    /** Every variable is zero or can be multiplied by 1e-77 without becoming subnormal; a gain may have taken some powers of ten already. */
    private static void assertFaded(NeuronModel model, long[] words, long tick) {
        int stride = words.length / SIZE;
        boolean countsTicks = !(model instanceof BalancedResonator
                || model instanceof ResonateAndFire
                || model instanceof SeAdLif
                || model instanceof Izhikevich);
        boolean isClosedForm = model instanceof Lif lif && lif.integration() == Integration.CLOSED_FORM;
        for (int k = 0; k < words.length; k++) {
            // A membrane has the tick of its latest spike behind its potential, and a closed form two ticks.
            boolean isTick = countsTicks && k % stride == 1 || isClosedForm && k % stride == 2;
            double value = Double.longBitsToDouble(words[k]);
            assertTrue(isTick || value == 0 || Math.abs(value) > 1e-230, value + " at tick " + tick);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void goesOnFromASavedStateInAnotherDivision(NeuronModel model) {
        for (long saved : new long[] {0, 41, 101, 155}) {
            goOn(model, saved, SIZE, SIZE);
            goOn(model, saved, 5, SIZE);
            goOn(model, saved, SIZE, 4);
            goOn(model, saved, 4, 1);
        }
    }

    private static void goOn(NeuronModel model, long saved, int perActor, int perActorAfter) {
        Driven whole = new Driven(model, 0, SIZE, perActor);
        for (long tick = 0; tick <= saved; tick++) {
            whole.run(tick, input(model, tick), Way.MIXED);
        }
        long[] words = whole.state(saved);
        int stride = whole.group.stateWords();
        List<Driven> parts =
                List.of(new Driven(model, 0, 7, perActorAfter), new Driven(model, 7, SIZE - 7, perActorAfter));
        for (Driven part : parts) {
            part.group.restoreState(saved, words, part.first * stride);
            whole.wishes.forEach((tick, neurons) -> neurons.stream()
                    .filter(neuron -> neuron >= part.first && neuron < part.first + part.size)
                    .forEach(neuron -> part.wishes
                            .computeIfAbsent(tick, any -> new TreeSet<>())
                            .add(neuron - part.first)));
        }
        for (long tick = saved + 1; tick < TICKS; tick++) {
            double[] input = input(model, tick);
            TreeSet<Integer> expected = whole.run(tick, input, Way.SPARSE);
            TreeSet<Integer> found = new TreeSet<>();
            for (Driven part : parts) {
                found.addAll(part.run(tick, input, Way.SPARSE));
            }
            assertEquals(expected, found, "saved at " + saved + ", tick " + tick);
        }
        double[] expected = whole.potentials(TICKS - 1);
        for (Driven part : parts) {
            double[] found = part.potentials(TICKS - 1);
            for (int i = part.first; i < part.first + part.size; i++) {
                assertEquals(expected[i], found[i], "saved at " + saved + ", neuron " + i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void comesToRestWithoutInputUnlessItFiresByItself(NeuronModel model) {
        for (int perActor : ACTORS) {
            comeToRest(model, new Driven(model, 0, SIZE, perActor));
        }
    }

    private static void comeToRest(NeuronModel model, Driven group) {
        OracleNeuron[] oracle = oracle(model);
        long lastSpike = 0;
        long visits = 0;
        for (long tick = 0; tick < 3000; tick++) {
            double[] input = tick == 0 ? input(model, 40) : new double[SIZE * model.inputChannels()];
            boolean wanted = group.group.nextOwnTick() == tick || group.wishes.containsKey(tick);
            TreeSet<Integer> expected = tick(oracle, input);
            if (!expected.isEmpty()) {
                lastSpike = tick;
                assertTrue(wanted || tick == 0, "a neuron fires unvisited at tick " + tick);
            }
            assertEquals(expected, group.run(tick, input, Way.SPARSE), "tick " + tick);
            visits += wanted && tick > 2000 ? 1 : 0;
        }

        boolean lasts = model instanceof SynapticLif lif
                && lif.currents().stream().anyMatch(current -> current.decay().at(0) == 1);
        boolean driven = model instanceof DrivenNeurons || model instanceof Izhikevich;
        boolean mayLookAgain = lastSpike > 1500 || driven || lasts;
        assertTrue(mayLookAgain || visits <= 400, visits + " visits of neurons at rest");
    }

    @ParameterizedTest
    @MethodSource("models")
    void reportsSynapticCurrentsOnlyIfItHasThem(NeuronModel model) {
        NeuronGroup group = model.createGroup(0, SIZE);
        double[] currents = new double[SIZE + 1];
        Arrays.fill(currents, 77);

        if (!model.states().isEmpty()) {
            group.states(0, -1, currents, 1);
            assertEquals(77, currents[0]);
            assertArrayEquals(new double[SIZE], Arrays.copyOfRange(currents, 1, SIZE + 1));
        } else {
            assertThrows(UnsupportedOperationException.class, () -> group.states(0, -1, currents, 1));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void startsFromTheInitialPotential(NeuronModel model) {
        assertPotentials(oracle(model), new Driven(model, 0, SIZE), -1, () -> "before the first tick");
    }
}
