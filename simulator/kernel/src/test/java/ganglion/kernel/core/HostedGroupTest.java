package ganglion.kernel.core;

import static ganglion.kernel.core.TestNetworks.integrator;
import static ganglion.kernel.core.TestNetworks.network;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One run of neurons between its core, which counts the ticks of the run, and its model, which counts those of its own life. */
class HostedGroupTest {

    private static final long START = 5;

    private static HostedGroup group(int size) {
        Network network = network(List.of(new Population("late", size, integrator(), START)));
        return new HostedGroup(network, new HostedNeurons(0, 0, size), 3, false);
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
}
