package ganglion.learning.eventprop.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.RandomEventNetworks;
import ganglion.learning.eventprop.RandomEventNetworks.Kind;
import ganglion.learning.eventprop.TimedSpikes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventRunTest {

    private static final int SUBSTEPS = 4000;

    /** A plain loop over small steps gives the same spikes to about the length of a step. */
    @ParameterizedTest
    @CsvSource({"8,4", "6,4", "3,4"})
    void spikesAreThoseOfAPlainLoopOverSmallSteps(double membrane, double synapse) {
        int compared = 0;
        for (int seed = 0; compared < 5; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            EventNetwork network = RandomEventNetworks.network(new Kind(membrane, synapse, true, true), random);
            TimedSpikes input = RandomEventNetworks.input(random);
            EventRun run = EventRun.of(network, input, RandomEventNetworks.DURATION);
            if (!RandomEventNetworks.isSound(run)) {
                continue;
            }
            compared++;
            EventLayer layer = network.layers().get(0);
            TimedSpikes expected = loop(layer, input);
            TimedSpikes found = run.layers().get(0).spikes();
            assertEquals(Arrays.toString(expected.copyOfNeurons()), Arrays.toString(found.copyOfNeurons()));
            for (int k = 0; k < found.size(); k++) {
                assertEquals(expected.time(k), found.time(k), 0.03, "spike " + k + " of network " + seed);
            }
        }
    }

    /** Exact decay within a step of 1/4000, spikes and arrivals at its ends. */
    private static TimedSpikes loop(EventLayer layer, TimedSpikes input) {
        double step = 1.0 / SUBSTEPS;
        double m = Math.exp(-step / layer.dynamics().membrane());
        double s = Math.exp(-step / layer.dynamics().synapse());
        double c = layer.dynamics().synapse()
                / (layer.dynamics().membrane() - layer.dynamics().synapse())
                * (m - s);
        int steps = (int) (RandomEventNetworks.DURATION * SUBSTEPS);
        double[][] arriving = new double[steps + 1][];
        for (int k = 0; k < input.size(); k++) {
            send(layer.input(), input.time(k), input.neuron(k), arriving);
        }
        double[] v = new double[layer.size()];
        double[] i = new double[layer.size()];
        List<Double> times = new ArrayList<>();
        List<Integer> neurons = new ArrayList<>();
        for (int t = 1; t <= steps; t++) {
            for (int j = 0; j < v.length; j++) {
                v[j] = v[j] * m + i[j] * c;
                i[j] *= s;
                if (v[j] >= layer.threshold()) {
                    v[j] = 0;
                    times.add(t * step);
                    neurons.add(j);
                    send(layer.recurrent().orElseThrow(), t * step, j, arriving);
                }
            }
            for (int j = 0; arriving[t] != null && j < v.length; j++) {
                i[j] += arriving[t][j];
            }
        }
        return TimedSpikes.of(
                times.stream().mapToDouble(x -> x).toArray(),
                neurons.stream().mapToInt(x -> x).toArray());
    }

    private static void send(DelayedSynapses synapses, double time, int source, double[][] arriving) {
        for (int j = 0; j < synapses.targets(); j++) {
            int synapse = source * synapses.targets() + j;
            int at = (int) Math.round((time + synapses.delay()) * SUBSTEPS);
            if (at < arriving.length) {
                arriving[at] = arriving[at] == null ? new double[synapses.targets()] : arriving[at];
                arriving[at][j] += synapses.weights()[synapse];
            }
        }
    }

    @Test
    void aNeuronThatExcitesItselfWithoutBoundsIsAnError() {
        EventNetwork network = new EventNetwork(
                List.of(new EventLayer(
                        new ExponentialDynamics(4, 2),
                        1,
                        new DelayedSynapses(1, 1, new double[] {10}, 0),
                        Optional.of(new DelayedSynapses(1, 1, new double[] {10}, 0)))),
                Optional.empty());
        TimedSpikes input = TimedSpikes.of(new double[] {0}, new int[] {0});
        ArithmeticException error = assertThrows(ArithmeticException.class, () -> EventRun.of(network, input, 100));
        assertTrue(error.getMessage().contains("its weights are too large"), error.getMessage());
    }

    @Test
    void inputThatDoesNotExistIsRefused() {
        EventNetwork network = RandomEventNetworks.network(new Kind(8, 4, false, true), new SplittableRandom(1));
        TimedSpikes input = TimedSpikes.of(new double[] {0}, new int[] {RandomEventNetworks.INPUTS});
        assertThrows(IllegalArgumentException.class, () -> EventRun.of(network, input, 10));
    }
}
