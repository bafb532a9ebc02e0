package ganglion.learning.eventprop.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.EventNetwork.EventReadOut.Measure;
import ganglion.learning.eventprop.RandomEventNetworks;
import ganglion.learning.eventprop.RandomEventNetworks.Kind;
import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.eventprop.forward.EventRun;
import ganglion.learning.eventprop.grid.TimeAgreement.GridAgreement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GridNetworkTest {

    private static final int TICKS = 20;

    /** The simulator fires the very spikes of the definition, which a plain loop over ticks writes down. */
    @Test
    void spikesAreThoseOfAPlainLoopOverTicks() {
        int spikes = 0;
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            EventNetwork network = RandomEventNetworks.network(new Kind(8, 4, true, true, Measure.MEAN), random);
            TimedSpikes input = RandomEventNetworks.input(random);
            List<SpikeRaster> found = new GridNetwork(network, TICKS).run(input, RandomEventNetworks.DURATION);
            List<String> expected = loop(network.layers().get(0), input);
            List<String> actual = new ArrayList<>();
            for (int k = 0; k < found.get(0).size(); k++) {
                actual.add(found.get(0).tick(k) + " " + found.get(0).neuron(k));
            }
            assertEquals(expected, actual, "network " + seed);
            spikes += actual.size();
        }
        assertTrue(spikes > 50, "spikes: " + spikes);
    }

    private static List<String> loop(EventLayer layer, TimedSpikes input) {
        double tick = 1.0 / TICKS;
        double tau = layer.dynamics().membrane();
        double synapse = layer.dynamics().synapse();
        double m = Math.exp(-tick / tau);
        double s = Math.exp(-tick / synapse);
        double gain = synapse / (tau - synapse) * (m - s);
        int ticks = (int) (RandomEventNetworks.DURATION * TICKS) + 1;
        double[][] arriving = new double[ticks][layer.size()];
        for (int k = 0; k < input.size(); k++) {
            send(layer.input(), (int) Math.rint(input.time(k) * TICKS), input.neuron(k), arriving);
        }
        double[] v = new double[layer.size()];
        double[] i = new double[layer.size()];
        List<String> spikes = new ArrayList<>();
        for (int t = 0; t < ticks; t++) {
            for (int j = 0; j < v.length; j++) {
                v[j] = v[j] * m + gain * i[j];
                i[j] = i[j] * s + arriving[t][j];
                if (v[j] >= layer.threshold()) {
                    v[j] = 0;
                    spikes.add(t + " " + j);
                    send(layer.recurrent().orElseThrow(), t, j, arriving);
                }
            }
        }
        return spikes;
    }

    private static void send(DelayedSynapses synapses, int tick, int source, double[][] arriving) {
        for (int j = 0; j < synapses.targets(); j++) {
            int k = source * synapses.targets() + j;
            int at = tick + (int) Math.max(1, Math.rint(synapses.delays()[k] * TICKS));
            if (at < arriving.length) {
                arriving[at][j] += synapses.weights()[k];
            }
        }
    }

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
            EventNetwork network = RandomEventNetworks.network(new Kind(8, 4, true, true, Measure.MEAN), random);
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
