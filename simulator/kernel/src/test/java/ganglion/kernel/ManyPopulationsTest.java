package ganglion.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.schedule.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks of many small populations: what they cost, counted in questions to the populations' models, and that they run. */
class ManyPopulationsTest {

    private static final int SIZE = 2;
    private static final int TICKS = 60;

    /** A neuron that fires every few ticks by itself, and counts what it is asked. */
    private record CountedLif(Lif lif, AtomicLong questions) implements NeuronModel {

        @Override
        public String name() {
            return lif.name();
        }

        @Override
        public int inputChannels() {
            questions.incrementAndGet();
            return lif.inputChannels();
        }

        @Override
        public boolean takesInput() {
            questions.incrementAndGet();
            return lif.takesInput();
        }

        @Override
        public NeuronGroup createGroup(int first, int size) {
            return lif.createGroup(first, size);
        }
    }

    /** A chain of populations, with further projections among them: back if they may form cycles, else only forwards. */
    private static Network network(int populations, boolean cycles, AtomicLong questions) {
        Random random = new Random(populations);
        List<Population> all = new ArrayList<>();
        Lif lif = new Lif(LifParameters.of(0.9, 1).withBias(NeuronValues.of(0.2)));
        for (int p = 0; p < populations; p++) {
            all.add(new Population("p" + p, SIZE, new CountedLif(lif, questions)));
        }
        List<Projection> projections = new ArrayList<>();
        for (int p = 1; p < populations; p++) {
            projections.add(projection(p - 1, p, random));
            projections.add(projection(cycles ? random.nextInt(populations) : random.nextInt(p), p, random));
        }
        return new Network(all, projections);
    }

    private static Projection projection(int source, int target, Random random) {
        double[] weights = random.doubles(SIZE * SIZE, -0.2, 0.3).toArray();
        return new Projection(
                "p" + source, "p" + target, new DenseSynapses(SIZE, SIZE, weights, 1 + random.nextInt(5)));
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 1", "true, 2147483647", "false, 2147483647"})
    void costsAPopulationTheSameAmongFewAndMany(boolean cycles, int neuronsPerCore) {
        assertEquals(
                2 * questionsToBuild(200, cycles, neuronsPerCore), questionsToBuild(400, cycles, neuronsPerCore), 100);
    }

    private static long questionsToBuild(int populations, boolean cycles, int neuronsPerCore) {
        AtomicLong questions = new AtomicLong();
        Network network = network(populations, cycles, questions);
        Partition partition = Partition.ofCoreSize(network, neuronsPerCore);
        questions.set(0);
        assertEquals(
                partition.cores().size(),
                new PartitionedNetwork(network, partition, TICKS, List.of())
                        .cores()
                        .size());
        assertTrue(questions.get() >= populations, "nothing is counted");
        return questions.get();
    }

    /** All on one core, where every population meets every projection if it is looked for in the wrong way. */
    @Test
    void costsAPopulationTheSameOnACoreOfFewAndMany() {
        assertEquals(2 * questionsOfOneCore(200), questionsOfOneCore(400), 20);
    }

    private static long questionsOfOneCore(int populations) {
        AtomicLong questions = new AtomicLong();
        Network network = network(populations, true, questions);
        Partition partition = new Partition(List.of(IntStream.range(0, populations)
                .mapToObj(p -> new HostedNeurons(p, 0, SIZE))
                .toList()));
        questions.set(0);
        new PartitionedNetwork(network, partition, TICKS, List.of());
        return questions.get();
    }
}
