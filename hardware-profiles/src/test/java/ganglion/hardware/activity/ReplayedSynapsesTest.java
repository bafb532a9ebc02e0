package ganglion.hardware.activity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.activity.StateRule.ReplayedSynapses;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import org.junit.jupiter.api.Test;

class ReplayedSynapsesTest {

    @Test
    void deliversEachWeightAfterItsDelay() {
        Synapses synapses = SparseSynapses.builder(2, 3)
                .add(0, 1, 0.5, 1)
                .add(0, 2, 2, 3)
                .add(1, 0, -1, 2)
                .build();
        ReplayedSynapses replayed = new ReplayedSynapses(synapses);
        double[][] ring = new double[4][3];

        replayed.deliver(6, 0, ring);
        replayed.deliver(6, 1, ring);

        assertEquals(3, replayed.longestDelayTicks());
        assertArrayEquals(new double[] {0, 0.5, 0}, ring[7 % 4]);
        assertArrayEquals(new double[] {-1, 0, 0}, ring[8 % 4]);
        assertArrayEquals(new double[] {0, 0, 2}, ring[9 % 4]);
        assertArrayEquals(new double[3], ring[6 % 4]);
    }

    @Test
    void addsUpWhatArrivesTogether() {
        Synapses alike = SparseSynapses.builder(2, 1)
                .add(0, 0, 0.25, 2)
                .add(1, 0, 0.5, 2)
                .build();
        double[][] ring = new double[3][1];
        ReplayedSynapses replayed = new ReplayedSynapses(alike);

        replayed.deliver(0, 0, ring);
        replayed.deliver(0, 1, ring);

        assertEquals(0.75, ring[2][0]);
        assertEquals(0, ring[0][0] + ring[1][0]);
    }

    @Test
    void keepsWeightsThatNoFloatHolds() {
        double exact = 0.1;
        double[][] ring = new double[2][1];

        new ReplayedSynapses(SparseSynapses.builder(1, 1).add(0, 0, exact, 1).build()).deliver(0, 0, ring);

        assertEquals(exact, ring[1][0]);
    }

    @Test
    void deliversNothingFromASourceWithoutSynapses() {
        double[][] ring = new double[2][2];

        new ReplayedSynapses(SparseSynapses.builder(2, 2).add(1, 0, 1, 1).build()).deliver(0, 0, ring);

        assertArrayEquals(new double[][] {{0, 0}, {0, 0}}, ring);
    }
}
