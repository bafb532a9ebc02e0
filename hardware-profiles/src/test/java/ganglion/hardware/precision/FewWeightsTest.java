package ganglion.hardware.precision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FewWeightsTest {

    private static Network into(double... weights) {
        return new Network(
                List.of(
                        new Population("in", weights.length, new SpikeSource(SpikeRaster.empty(weights.length))),
                        new Population("out", 1, new Lif(LifParameters.of(1, 1)))),
                List.of(new Projection("in", "out", new DenseSynapses(weights.length, 1, weights, 1))));
    }

    private static double error(double[] weights, FewWeights few) {
        return Arrays.stream(weights)
                .map(weight -> Math.pow(weight - few.nearest(0, weight), 2))
                .sum();
    }

    /** The best borders of sorted numbers, by trying all. */
    private static double leastError(double[] sorted, int from, int clusters) {
        if (from == sorted.length) {
            return 0;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int until = from + 1; clusters > 0 && until <= sorted.length; until++) {
            double[] cluster = Arrays.copyOfRange(sorted, from, until);
            double mean = Arrays.stream(cluster).average().orElseThrow();
            double squares =
                    Arrays.stream(cluster).map(each -> Math.pow(each - mean, 2)).sum();
            least = Math.min(least, squares + leastError(sorted, until, clusters - 1));
        }
        return least;
    }

    @Test
    void keepsThoseWithTheLeastError() {
        Random random = new Random(1);
        for (int round = 0; round < 50; round++) {
            double[] weights = random.ints(10, -9, 10)
                    .filter(weight -> weight != 0)
                    .asDoubleStream()
                    .sorted()
                    .toArray();
            if (Arrays.stream(weights).distinct().count() > 3) {
                FewWeights few = FewWeights.of(into(weights), "out", 1, 3);

                assertEquals(leastError(weights, 0, 3), error(weights, few), 1e-9, Arrays.toString(weights));
            }
        }
    }

    @Test
    void weightsOfZeroAreNoSynapses() {
        assertFalse(FewWeights.exceeds(into(1, 2, 0, 2, 1), "out", 2));
        assertTrue(FewWeights.exceeds(into(1, 2, 0, 3), "out", 2));
        assertFalse(FewWeights.exceeds(into(1, 2, 3), "in", 2));
        FewWeights few = FewWeights.of(into(1, 2, 0, 9), "out", 1, 2);
        assertEquals(0, few.nearest(0, 0));
        assertEquals(1.5, few.nearest(0, 2));
    }
}
