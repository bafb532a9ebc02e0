package ganglion.learning.eventprop.grid;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.RandomEventNetworks;
import ganglion.learning.eventprop.RandomEventNetworks.Kind;
import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.eventprop.forward.EventRun;
import ganglion.learning.eventprop.grid.TimeAgreement.GridAgreement;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GridNetworkTest {

    /** The finer the ticks, the more spikes agree with those in continuous time. */
    @Test
    void aFinerGridComesCloserToContinuousTime() {
        double coarse = missed(10);
        double fine = missed(1000);
        assertTrue(fine < coarse, "of the spikes, " + coarse + " and " + fine + " are missed");
        assertTrue(fine < 0.01, "of the spikes, " + fine + " are missed");
    }

    private static double missed(int ticks) {
        GridAgreement sum = new GridAgreement(0, 0, 0);
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            EventNetwork network = RandomEventNetworks.network(new Kind(8, 4, true, true), random);
            TimedSpikes input = RandomEventNetworks.input(random);
            EventRun run = EventRun.of(network, input, RandomEventNetworks.DURATION);
            List<SpikeRaster> onGrid = new GridNetwork(network, ticks).run(input, RandomEventNetworks.DURATION);
            for (int l = 0; l < onGrid.size(); l++) {
                sum = sum.plus(GridAgreement.of(
                        run.layers().get(l).spikes(), onGrid.get(l), ticks, RandomEventNetworks.DURATION, 0.1));
            }
        }
        return (double) (sum.onlyInTime() + sum.onlyOnGrid()) / sum.agreed();
    }
}
