package ganglion.kernel.core;

import static ganglion.kernel.core.TestNetworks.integrator;
import static ganglion.kernel.core.TestNetworks.network;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One run of neurons between its core, which counts the ticks of the run, and its model, which counts those of its own life. */
class HostedGroupTest {

    private static final long START = 5;

    /** What the core asked the neurons for, in order. */
    private final List<String> asked = new ArrayList<>();

    private long ownTick = NeuronGroup.NEVER;

    /** Neurons that note what they are asked for; the potential of neuron i after tick t is 100 t + i. */
    private final NeuronModel noting = new NeuronModel() {

        @Override
        public String name() {
            return "noting";
        }

        @Override
        public NeuronGroup createGroup(int first, int size) {
            return new NeuronGroup() {

                @Override
                public void visitAll(long tick, double[] input, int offset, Visit visit) {
                    asked.add("all " + tick + " " + offset);
                }

                @Override
                public void visitAllReached(
                        long tick, double[] input, int offset, int[] reached, int count, Visit visit) {
                    asked.add("all but " + tick + " " + offset + " " + list(reached, count));
                }

                @Override
                public void visit(long tick, double[] input, int offset, int[] neurons, int count, Visit visit) {
                    asked.add("some " + tick + " " + offset + " " + list(neurons, count));
                    for (int i = 0; i < count; i++) {
                        visit.fire(neurons[i]);
                    }
                }

                @Override
                public long nextOwnTick() {
                    return ownTick;
                }

                @Override
                public void membranePotentials(long tick, double[] potentials, int offset) {
                    for (int i = 0; i < size; i++) {
                        potentials[offset + i] = 100 * tick + i;
                    }
                }

                @Override
                public void saveState(long tick, long[] words, int offset) {
                    asked.add("save " + tick + " " + offset);
                }

                @Override
                public void restoreState(long tick, long[] words, int offset) {
                    asked.add("restore " + tick + " " + offset);
                }
            };
        }
    };

    private static String list(int[] neurons, int count) {
        return Arrays.toString(Arrays.copyOf(neurons, count));
    }

    private HostedGroup group(int size, boolean traced) {
        Population population = new Population("late", size, noting, START);
        return new HostedGroup(network(List.of(population)), new HostedNeurons(0, 0, size), 3, traced);
    }

    private HostedGroup group(int size) {
        return group(size, false);
    }

    /** Parts of three populations: the neurons 5 to 7, 11 to 14 and 17 of a network, with inputs from 0, 3 and 7 on. */
    private static HostedGroup[] threeParts() {
        return TestNetworks.groups(
                network(List.of(
                        new Population("none", 4, integrator()),
                        new Population("a", 5, integrator()),
                        new Population("b", 7, integrator()),
                        new Population("c", 3, integrator()))),
                List.of(new HostedNeurons(1, 1, 3), new HostedNeurons(2, 2, 4), new HostedNeurons(3, 1, 1)));
    }

    @Test
    void findsTheGroupThatANeuronOfTheNetworkIsIn() {
        HostedGroup[] groups = threeParts();
        int[] expected = {-1, -1, -1, -1, -1, 0, 0, 0, -1, -1, -1, 1, 1, 1, 1, -1, -1, 2, -1, -1};
        for (int neuron = 0; neuron < expected.length; neuron++) {
            assertEquals(expected[neuron], HostedGroup.hosting(neuron, groups), "neuron " + neuron);
        }
        assertEquals(-1, HostedGroup.hosting(0, new HostedGroup[0]));
    }

    @Test
    void findsTheGroupThatAnInputOfTheCoreBelongsTo() {
        HostedGroup[] groups = threeParts();
        int[] expected = {0, 0, 0, 1, 1, 1, 1, 2};
        for (int input = 0; input < expected.length; input++) {
            assertSame(groups[expected[input]], HostedGroup.holding(input, groups), "input " + input);
        }
    }

    @Test
    void visitsNeuronsByTheTicksOfTheirOwnLife() {
        HostedGroup group = group(8);
        group.reached.add(6);
        group.reached.add(2);
        Visit visit = new Visit();

        group.visitAll(START + 7, visit);
        group.visitAllReached(START + 8, visit);
        group.visitReached(START + 9, visit);

        assertEquals(List.of("all 7 0", "all but 8 0 [6, 2]", "some 9 0 [6, 2]"), asked);
        assertEquals(2, visit.fired(0), "spikes are emitted in the order of the neurons");
        assertEquals(6, visit.fired(1));
    }

    @Test
    void startsAtTheStartOfItsPopulation() {
        HostedGroup group = group(2);

        assertFalse(group.hasStarted(START - 1));
        assertTrue(group.hasStarted(START));
        assertEquals(NeuronGroup.NEVER, group.nextOwnTick());
        ownTick = 4;
        assertEquals(START + 4, group.nextOwnTick());
        Visit visit = new Visit();
        visit.revisit(1, 6);
        assertEquals(START + 6, group.revisitTick(visit, 0));
    }

    /** What is saved before a tick is the state after the tick before it, or that before the first tick. */
    @Test
    void savesTheStateAfterTheTickBefore() {
        HostedGroup group = group(2);
        for (long tick : new long[] {0, START, START + 1, START + 9}) {
            group.saveState(tick, new long[9], 7);
            group.restoreState(tick, new long[9], 8);
        }

        assertEquals(
                List.of(
                        "save -1 7",
                        "restore -1 8",
                        "save -1 7",
                        "restore -1 8",
                        "save 0 7",
                        "restore 0 8",
                        "save 8 7",
                        "restore 8 8"),
                asked);
    }

    /** A quarter of 16 neurons is the number from which on all are visited. */
    @Test
    void listsNeuronsWhileFewerEventsThanAShareOfThemReachThem() {
        HostedGroup group = group(16);
        assertEquals(4, group.fewestForAll());
        assertTrue(group.isUntouched());
        assertTrue(group.isSparse());

        group.reach = 3;
        assertTrue(group.isSparse());
        assertFalse(group.isUntouched());
        group.reach = 4;
        assertFalse(group.isSparse());
    }

    @Test
    void countsWhatWasAddedAheadToo() {
        InputRing ring = new InputRing(4, 4, 4);
        ring.count(9, 3).add(11);
        HostedGroup group = group(16);

        group.takeInputFrom(ring, 9);
        assertEquals(ring.start(9), group.inputStart());
        assertArrayEquals(new int[] {11}, group.reached.toArray());
        assertFalse(group.isUntouched());
        assertTrue(group.isSparse());
        assertEquals(3, group.listedVisits());
        group.wishes = 2;
        assertEquals(5, group.listedVisits());
        group.reach = 1;
        assertFalse(group.isSparse(), "3 before and 1 now");
        assertEquals(6, group.listedVisits());

        group.forgetReach();
        ring.forget(9);
        group.takeInputFrom(ring, 10);
        assertTrue(group.isUntouched());
        assertEquals(0, group.listedVisits());
        assertEquals(0, group.reached.size());
    }

    /** From the number on from which all neurons are visited, a list would be made for nothing. */
    @Test
    void makesNoListWhereAllNeuronsAreVisited() {
        InputRing ring = new InputRing(4, 4, 4);
        ring.count(9, 3).add(11);
        ring.count(9, 1).add(12);
        HostedGroup group = group(16);

        group.takeInputFrom(ring, 9);
        assertFalse(group.isSparse());
        assertEquals(0, group.reached.size());

        ring.addUncounted(10);
        group.takeInputFrom(ring, 10);
        assertFalse(group.isSparse());
        assertFalse(group.isUntouched(), "nobody has counted");
    }

    /** A neuron that asked for a visit is listed without an event. */
    @Test
    void isTouchedByAWish() {
        HostedGroup group = group(16);
        group.reached.add(3);

        assertFalse(group.isUntouched());
        assertTrue(group.isSparse());
    }

    @Test
    void losesInputOfItsOwnNeuronsOnlyBeforeItsStart() {
        HostedGroup group = group(2, false);
        InputRing ring = new InputRing(2, 2, 0);
        group.takeInputFrom(ring, 1);
        Arrays.fill(ring.values(), 1);

        group.loseInput();

        assertArrayEquals(new double[] {1, 1, 1, 1, 0, 0, 1, 1}, ring.values());
    }

    @Test
    void recordsPotentialsAfterEveryTick() {
        HostedGroup group = group(2, true);
        group.traceUntil(1);
        group.traceUntil(START);
        group.traceUntil(START + 2);
        group.traceUntil(START + 2);

        double[] beforeAndAfterTheStart = {-100, -99, -100, -99, -100, -99, -100, -99, -100, -99, 0, 1, 100, 101};
        assertArrayEquals(beforeAndAfterTheStart, group.trace());
    }

    @Test
    void goesOnWithATraceThatItTakesOver() {
        HostedGroup group = group(2, true);
        group.restoreTrace(6, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
        group.traceUntil(START + 2);

        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 100, 101}, group.trace());

        HostedGroup untraced = group(2, false);
        untraced.restoreTrace(1, new double[2]);
        untraced.traceUntil(3);
        assertNull(untraced.trace());
    }
}
