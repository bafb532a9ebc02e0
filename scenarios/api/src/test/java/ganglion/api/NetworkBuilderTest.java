package ganglion.api;

import static ganglion.api.Units.hertz;
import static ganglion.api.Units.kilohertz;
import static ganglion.api.Units.micros;
import static ganglion.api.Units.millis;
import static ganglion.api.Units.seconds;
import static ganglion.api.Units.ticks;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Networks built in code: every method gives a key that scenario files know, what was said last counts, and what is wrong is told. */
final class NetworkBuilderTest {

    @TempDir
    private Path folder;

    private static NetworkBuilder net() {
        return GanglionApi.network("net").tick(millis(1)).duration(millis(30));
    }

    private static NeuronType lif() {
        return NeuronType.lif().timeConstant(millis(20));
    }

    private static List<Problem> problems(Executable call) {
        return assertThrows(GanglionException.class, call).problems();
    }

    @Test
    void tellsAtTheCallWhatNoNetworkHas() {
        NetworkBuilder net = GanglionApi.network("calls").tick(Units.millis(1));

        assertEquals(
                "a: found 0 neurons, expected at least 1",
                assertThrows(GanglionException.class, () -> net.population("a", 0, NeuronType.lif()))
                        .getMessage());
        assertEquals(
                "p: found -1 neurons, expected at least 1",
                assertThrows(GanglionException.class, () -> net.poisson("p", -1, Units.hertz(5)))
                        .getMessage());
        String unknown = assertThrows(
                        GanglionException.class, () -> NeuronType.lif().set("treshold", 1))
                .getMessage();
        assertTrue(unknown.startsWith("lif: found the unknown parameter \"treshold\", expected one of "), unknown);
        assertTrue(unknown.contains("threshold"), unknown);
        String ofLibrary = assertThrows(
                        GanglionException.class, () -> NeuronType.of("adex").set("tauww", 1))
                .getMessage();
        assertTrue(ofLibrary.endsWith(", did you mean \"tauw\"?"), ofLibrary);
        String model = assertThrows(GanglionException.class, () -> net.population("a", 3, NeuronType.of("lyf")))
                .getMessage();
        assertTrue(model.startsWith("a: found the unknown model \"lyf\", expected one of lif, "), model);
        assertTrue(model.endsWith(", did you mean \"lif\"?"), model);
    }

    @Test
    void aModelOfTheNetworksOwnIsSetBeforeItsPopulation() {
        NetworkBuilder net = GanglionApi.network("own").tick(Units.millis(1)).duration(Units.millis(5));
        net.set(
                "/models",
                Map.of(
                        "own",
                        Map.of("equations", "dv/dt = -v/(20 ms) : mV", "threshold", "v > 1 mV", "reset", "v = 0 mV")));

        net.population("a", 3, NeuronType.of("own"));

        assertEquals(0, net.run().spikes("a").count());
    }

    @Test
    void everyMethodOfTheBuildersIsAKeyOfScenarioFiles() throws Exception {
        NetworkBuilder net = net().description("All that there is.").seed(5);
        net.poisson("poisson", 4, hertz(10));
        net.poisson("rates", hertz(10), kilohertz(0.02));
        net.regular("regular", 2, millis(10), micros(3000));
        net.spikes("ticks", 3, new long[] {5, 1}, new int[] {2, 0});
        net.spikes("times", 3, new double[] {0.0052, 0.001}, new int[] {2, 0});
        net.spikes("file", 1, Files.writeString(folder.resolve("taps.csv"), "tick,neuron\n3,0\n"));
        net.population(
                        "lif",
                        3,
                        lif().threshold(1).refractory(millis(2)).set("initial-potential", RandomValue.uniform(0, 0.5)))
                .labels("a", "b", "c")
                .set("start", ticks(2))
                .current(0.1)
                .noise(0, 0.1)
                .poissonInput(hertz(100), 0.05);
        net.population(
                "each",
                3,
                NeuronType.lif()
                        .beta(0.9)
                        .set("bias", new double[] {0.1, 0.2, 0.3})
                        .resetTo(-1));
        net.population(
                "synaptic",
                3,
                NeuronType.of("synaptic-lif")
                        .timeConstant(millis(20))
                        .set("currents", List.of(Map.of("time-constant", millis(2)))));
        net.connect("poisson", "lif").weight(0.1);
        net.connect("ticks", "lif")
                .oneToOne()
                .weight(RandomValue.lognormal(0.1, 0.5).clip(0, 1));
        net.connect("lif", "each")
                .probability(0.5)
                .weight(RandomValue.normal(0.1, 0.1))
                .delay(millis(2));
        net.connect("lif", "synaptic")
                .inDegree(2)
                .weight(0.1)
                .delay(RandomValue.normal(millis(3), millis(1)).clip(millis(1), millis(5)));
        net.connect("each", "synaptic")
                .rule("fixed-out-degree", Map.of("degree", 2, "multapses", false))
                .weight(0.1)
                .delay(RandomValue.lognormal(millis(3), 0.5).truncate(millis(1), millis(9)));
        net.connect("lif", "lif").weights(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});
        net.connect("each", "each").weight(0.5).stdp(Map.of("largest-weight", 1));
        net.connect("times", "lif")
                .synapses(new int[] {0, 1}, new int[] {1, 2}, new double[] {0.5, 0.25}, new int[] {1, 3});
        net.connect("regular", "lif")
                .synapses(new int[] {0, 1}, new int[] {1, 2}, new double[] {0.5, 0.1})
                .delay(millis(4));
        net.recordPotentials("lif", millis(10), 0, 2)
                .recordCurrents("synaptic", millis(10))
                .recordWeights(millis(10))
                .recordActivity(millis(10))
                .decideBy("lif")
                .devices("loihi");
        net.set("/seeds/noise", 9).set("/record/spikes", new String[] {"lif"});

        RunOutcome run = net.run();

        assertEquals(
                List.of("POTENTIAL of lif", "STATE of synaptic", "WEIGHTS of each to each", "ACTIVITY"),
                run.probes().stream()
                        .map(probe -> probe.toString().split(":")[0])
                        .toList());
        assertEquals(6 + 3, run.populations().size());
        assertArrayEquals(new long[] {1, 5}, run.spikes("ticks").ticks());
        assertArrayEquals(new int[] {0, 2}, run.spikes("times").neurons());
        assertEquals(1, run.spikes("file").count());
        SynapseData listed = run.synapses("regular", "lif");
        assertArrayEquals(new double[] {0.5, 0.1}, listed.weights());
        assertArrayEquals(new int[] {4, 4}, listed.delayTicks());
        assertArrayEquals(new int[] {1, 3}, run.synapses("times", "lif").delayTicks());
        assertEquals(9, run.synapses("lif", "lif").weights()[8]);
    }

    @Test
    void timesKeepWhatWasWritten() {
        assertEquals("0.1 ms", millis(0.1).text());
        assertEquals("0.0000001 s", seconds(1e-7).text());
        assertEquals("1 tick", ticks(1).text());
        assertEquals("2.5 kHz", kilohertz(2.5).toString());
        List<Executable> bad = List.of(
                () -> millis(-1),
                () -> seconds(Double.NaN),
                () -> ticks(-1),
                () -> hertz(-8),
                () -> new TimeSpan("soon"),
                () -> new Frequency("3 ms"));
        for (Executable each : bad) {
            String message = problems(each).get(0).message();
            assertTrue(message.startsWith("found ") && message.contains(", expected "), message);
        }
    }

    @Test
    void whatDoesNotFitIsToldWithItsPlace() {
        NetworkBuilder net = net();
        net.population("out", 2, lif().set("bias", Double.NaN));
        net.set("/network/populations/0/parameters/treshold", 1);
        net.connect("nobody", "out").weight(Double.POSITIVE_INFINITY).delay(millis(0.5));

        List<Problem> schema = problems(net::build);
        net.set("/network/populations/0/parameters", Map.of("beta", 0.9)).set("/network/projections/0/weights", 1);
        List<Problem> content = problems(net::build);

        assertEquals("network net", schema.get(0).file());
        assertTrue(schema.get(0).message().contains("threshold"), schema::toString);
        assertEquals(
                List.of("/network/populations/0/parameters/treshold"),
                schema.stream().map(Problem::pointer).toList());
        assertEquals(
                List.of("/network/projections/0/from", "/network/projections/0/delay"),
                content.stream().map(Problem::pointer).toList());
    }

    @Test
    void badArgumentsAreToldAtOnce() {
        NetworkBuilder net = net();
        ProjectionBuilder projection = net.connect("out", "out");
        List<Executable> bad = List.of(
                () -> projection.synapses(new int[1], new int[2], new double[1]),
                () -> projection.set("weights", new Object()),
                () -> net.spikes("in", 2, new long[1], new int[2]));
        bad.forEach(each -> assertThrows(GanglionException.class, each));
        List<Executable> missing = List.of(
                () -> net.population("in", 1, null),
                () -> net.connect(null, "out"),
                () -> net.set(null, 1),
                () -> projection.delay((TimeSpan) null),
                () -> lif().timeConstant(null),
                () -> GanglionApi.model(null));
        missing.forEach(each -> assertThrows(NullPointerException.class, each));
    }

    @Test
    void arraysBeyondTheNetworkAreToldWithoutTheirTemporaryFolder() {
        NetworkBuilder net = net();
        net.population("out", 2, lif());
        net.connect("out", "out").synapses(new int[] {0}, new int[] {2}, new double[] {1});

        assertEquals(
                "network net: /network/projections/0/connectivity: out-to-out-1.npy: synapse 0: found the target 2.0,"
                        + " expected a whole number from 0 to 1",
                problems(net.build()::run).get(0).oneLine());
    }

    @Test
    void longArraysDoNotGoIntoTheDocument() throws Exception {
        double[] biases = new double[5000];
        biases[4321] = 2;
        double[][] matrix = new double[5000][2];
        matrix[4321][1] = 2;
        NetworkBuilder net = net().duration(seconds(0.01));
        net.population("many", 5000, lif().set("bias", biases));
        net.population("out", 2, lif());
        net.connect("many", "out").weights(matrix);

        RunOutcome run = net.run();
        net.save(folder.resolve("net.yaml"));

        assertEquals(10, run.spikes("many").counts()[4321]);
        assertArrayEquals(new int[] {0, 9}, run.spikes("out").counts());
        assertTrue(Files.size(folder.resolve("net.yaml")) < 2000);
    }

    @Test
    void whatWasSaidLastCounts() {
        NetworkBuilder net = net();
        net.poisson("noise", 3, hertz(50));
        net.population("out", 2, lif());
        ProjectionBuilder projection =
                net.connect("noise", "out").synapses(new int[] {0}, new int[] {1}, new double[] {0.5});
        assertEquals(1, net.run().synapseCount());

        projection.probability(1).weights(new double[3][1000]).weight(0.1);
        assertEquals(6, net.run().synapseCount());

        net.set("/clock", Map.of("tick", "1 ms", "duration", "9 ms"))
                .set("/clock/duration", "7 ms")
                .set("/network/projections/-", Map.of("from", "noise", "to", "out", "weights", 0.1))
                .set("/network/projections/-", Map.of("from", "out", "to", "out", "weights", 0.2));
        assertEquals(7, net.run().ticks());
        assertEquals(6 + 6 + 4, net.run().synapseCount());
    }

    @Test
    void arraysAreWrittenIntoTheTemporaryFolderWhateverTheirNames() throws Exception {
        NetworkBuilder net = net();
        net.spikes("../../../../../../.." + folder.resolve("outside"), 1, new long[1], new int[1]);

        assertThrows(GanglionException.class, net::build);

        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }
}
