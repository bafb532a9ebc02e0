package ganglion.api;

import static ganglion.api.Units.hertz;
import static ganglion.api.Units.millis;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said twice counts as it was said last, in builders and in changes of scenarios. */
final class LastCallCountsTest {

    @TempDir
    private Path folder;

    private static NetworkBuilder net() {
        NetworkBuilder net = GanglionApi.network("net").tick(millis(1)).duration(millis(30));
        net.poisson("noise", 3, hertz(50));
        net.population("out", 2, NeuronType.lif().timeConstant(millis(20)));
        return net;
    }

    @Test
    void eachValueThatIsAddedToAListIsInIt() {
        NetworkBuilder net = net();
        net.set("/network/projections/-", Map.of("from", "noise", "to", "out", "weights", 0.1));
        net.set("/network/projections/-", Map.of("from", "out", "to", "out", "weights", 0.2));

        assertEquals(2, net.run().synapses().size());
    }

    @Test
    void aSecondValueThatAChangeAddsToAListIsRefusedInPlaceOfReplacingTheFirst() {
        NetworkBuilder net = net();
        net.connect("noise", "out").weight(0.1);
        Map<String, Object> recurrent = Map.of("from", "out", "to", "out", "weights", 0.1);
        RunnableScenario first = net.build().with("/network/projections/-", recurrent);

        InvalidInputException refusal =
                assertThrows(InvalidInputException.class, () -> first.with("/network/projections/-", recurrent));

        assertEquals("/network/projections/-", refusal.faults().get(0).pointer());
    }

    @Test
    void aWholeThatIsSetAgainReplacesWhatWasSetInIt() {
        Map<String, Object> clock = Map.of("tick", "1 ms", "duration", "9 ms");
        NetworkBuilder net = net();
        net.connect("noise", "out").weight(0.1);
        RunnableScenario built = net.build();
        net.set("/clock", clock).set("/clock/duration", "7 ms").set("/clock", clock);

        assertEquals(9, net.run().ticks());
        assertEquals(
                9,
                built.with("/clock", clock)
                        .with("/clock/duration", "7 ms")
                        .with("/clock", clock)
                        .run()
                        .ticks());
    }

    @Test
    void aValueIsTakenWhenItIsSet() {
        double[] weights = {0.5, 0.25, 0.125, 1, 1, 1};
        double[][] rows = {{0.5, 0.25}, {0.125, 1}, {1, 1}};
        float[] biases = {0.04f, 0.02f};
        NetworkBuilder net = net();
        net.connect("noise", "out").weight(0.1);
        net.set("/network/projections/0/weights", rows);
        NeuronType type = NeuronType.lif().timeConstant(millis(20)).set("bias", biases);
        rows[0][0] = 9;
        biases[0] = 9;
        net.population("biased", 2, type);
        net.recordPotentials("biased", millis(10));

        RunOutcome run = net.run();

        assertArrayEquals(weights, run.synapses("noise", "out").weights());
        assertEquals(0.04f, run.potentials("biased").column(0)[0]);
    }

    @Test
    void anotherRuleAfterAListOfSynapsesCounts() {
        NetworkBuilder net = net();
        ProjectionBuilder projection =
                net.connect("noise", "out").synapses(new int[] {0}, new int[] {1}, new double[] {0.5});
        assertEquals(1, net.run().synapseCount());

        projection.allToAll().weights(new double[3][1000]).weight(0.1);
        assertEquals(6, net.run().synapseCount());
        projection
                .synapses(new int[] {0, 1}, new int[] {1, 1}, new double[] {0.5, 1})
                .probability(1);
        assertEquals(6, net.run().synapseCount());
    }

    @Test
    void aSeedThatIsSetReplacesAnother() {
        NetworkBuilder net = net();
        net.connect("noise", "out").weight(0.1);

        assertEquals(5, net.build().withSeed(3).with("/seed", 5).seed());
        assertEquals(3, net.build().with("/seed", 5).withSeed(3).seed());
    }

    @Test
    void aPointOfASweepStaysOneRunWhateverIsChangedInIt() {
        NetworkBuilder net = net();
        net.connect("noise", "out").weight(0.1);
        net.set("/sweep", Map.of("/clock/duration", List.of("9 ms", "11 ms"))).set("/repeat", 2);
        RunnableScenario point = net.build().points().get(3);

        assertEquals(11, point.run().ticks());
        assertEquals(List.of(point), point.points());
        assertEquals(20, point.with("/clock/duration", "20 ms").run().ticks());
        assertEquals(9, point.with("/seed", 9).run().seed());
        assertEquals(
                20,
                point.with("/clock/duration", "20 ms")
                        .save(folder.resolve("point.yaml"))
                        .run()
                        .ticks());
    }

    @Test
    void aSweepOfOneValueRunsWithThisValue() {
        NetworkBuilder net = net();
        net.connect("noise", "out").weight(0.1);
        net.set("/sweep", Map.of("/clock/duration", List.of("9 ms")));

        assertEquals(9, net.run().ticks());
    }

    @Test
    void arraysAreWrittenIntoTheTemporaryFolderWhateverTheirNames() throws Exception {
        NetworkBuilder net = net();
        String outside = folder.resolve("outside").toString();
        net.spikes("../../../../../../.." + outside, 1, new long[1], new int[1]);

        assertThrows(InvalidInputException.class, net::build);

        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }
}
