package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.RandomNetworks;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A visit of all neurons leaves the same bits whether or not the core lists those with input. */
class FewReachedTest {

    private static final int SIZE = 700;
    private static final int TICKS = 60;
    private static final int REACHED = 40;
    private static final int MODELS = 40;

    @Test
    void comesToTheSameWhetherNeuronsWithInputAreListedOrNot() {
        int spikes = IntStream.range(0, MODELS)
                .map(seed -> compare(RandomNetworks.model(new Random(seed), SIZE)))
                .sum();

        assertTrue(spikes > MODELS * SIZE / 2, "too quiet to show anything: " + spikes);
    }

    /** Returns the number of spikes. */
    private static int compare(NeuronModel model) {
        Random random = new Random(11);
        NeuronGroup whole = model.createGroup(0, SIZE);
        NeuronGroup listed = model.createGroup(0, SIZE);
        int spikes = 0;
        for (int tick = 0; tick < TICKS; tick++) {
            int[] reached = random.ints(REACHED, 0, SIZE).toArray();
            double[] input = new double[3 + SIZE * model.inputChannels()];
            for (int neuron : reached) {
                int channel = random.nextInt(model.inputChannels());
                input[3 + channel * SIZE + neuron] += channel == 0 ? random.nextDouble() : -random.nextDouble();
            }
            double[] sameInput = input.clone();
            Visit visit = new Visit();
            Visit sameVisit = new Visit();

            whole.visitAll(tick, input, 3, visit);
            listed.visitAllReached(tick, sameInput, 3, reached, REACHED, sameVisit);

            assertEquals(fired(visit), fired(sameVisit), model.name() + " at tick " + tick);
            assertArrayEquals(bits(whole, tick), bits(listed, tick), model.name() + " at tick " + tick);
            assertArrayEquals(new double[input.length], sameInput, "input is to be set back to zero");
            spikes += visit.firedCount();
        }
        return spikes;
    }

    private static List<Integer> fired(Visit visit) {
        List<Integer> fired = new ArrayList<>();
        for (int i = 0; i < visit.firedCount(); i++) {
            fired.add(visit.fired(i));
        }
        return fired;
    }

    private static long[] bits(NeuronGroup group, long tick) {
        double[] potentials = new double[SIZE];
        group.membranePotentials(tick, potentials, 0);
        return Arrays.stream(potentials).mapToLong(Double::doubleToRawLongBits).toArray();
    }
}
