package ganglion.api;

import static ganglion.api.Units.hertz;
import static ganglion.api.Units.millis;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.report.spikes.RecordedSpikes;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.run.ScenarioRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that is built in code gives the bits that its saved file gives, whatever threads and actors there are. */
final class SavedNetworkTest {

    @TempDir
    private Path folder;

    /** Networks of random parts, each with something that is drawn. */
    private static NetworkBuilder random(long seed) {
        Random random = new Random(seed);
        int size = 20 + random.nextInt(60);
        NetworkBuilder net = GanglionApi.network("random-" + seed)
                .tick(millis(1))
                .duration(millis(150))
                .seed(random.nextInt(1000));
        net.poisson("noise", size, hertz(50 + random.nextDouble() * 100));
        int spikes = random.nextInt(100);
        net.spikes(
                "given",
                size,
                random.longs(spikes, 0, 150).toArray(),
                random.ints(spikes, 0, size).toArray());
        NeuronType cell = NeuronType.lif()
                .timeConstant(millis(5 + random.nextInt(20)))
                .threshold(1)
                .set("initial-potential", RandomValue.uniform(0, 0.9));
        net.population("a", size, cell).noise(0.01 * random.nextDouble(), 0.1 * random.nextDouble());
        net.population(
                "b",
                size,
                random.nextBoolean()
                        ? cell
                        : NeuronType.of("adaptive-lif")
                                .timeConstant(millis(10 + 1e-7 * random.nextInt(1_000_000)))
                                .set(
                                        "adaptation",
                                        Map.of("time-constant", millis(50), "increment", random.nextDouble() * 1e-5)));
        net.connect("noise", "a").probability(random.nextDouble()).weight(RandomValue.normal(0.2, 0.1));
        net.connect("given", "a").oneToOne().weight(1 + random.nextDouble());
        net.connect("noise", "b").oneToOne().weight(1);
        net.connect("a", "b")
                .inDegree(1 + random.nextInt(5))
                .weight(random.nextDouble())
                .delay(RandomValue.uniform(millis(1), millis(9)))
                .stdp(Map.of("largest-weight", 1, "learning-rate", random.nextDouble() * 0.1));
        int listed = 1 + random.nextInt(300);
        net.connect("b", "a")
                .synapses(
                        random.ints(listed, 0, size).toArray(),
                        random.ints(listed, 0, size).toArray(),
                        random.doubles(listed, -0.5, 0.5).toArray(),
                        random.ints(listed, 1, 7).toArray());
        return net;
    }

    private static String hashOf(Path file) throws Exception {
        return RecordedSpikes.of(ScenarioRunner.run(
                        ScenarioFiles.read(file, ScenarioOverrides.NONE),
                        RunSettings.ofThisMachine(),
                        RunProgress.NONE))
                .hash();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theFileGivesTheSameBits(long seed) throws Exception {
        RunnableScenario built = random(seed).build();
        RunnableScenario saved = built.save(folder.resolve("sub/net." + (seed % 2 == 0 ? "yaml" : "json")));

        RunOutcome run = built.run();
        RunOutcome divided = built.run(new RunSettings(1 + (int) seed, 2), RunProgress.NONE);
        RunOutcome ofFile = saved.run(new RunSettings(Integer.MAX_VALUE, 1), RunProgress.NONE);

        assertTrue(run.spikes("b").count() > 0, "a silent network shows nothing");
        for (String population : run.populations()) {
            assertEquals(run.spikes(population), ofFile.spikes(population));
            assertEquals(run.spikes(population), divided.spikes(population));
        }
        assertArrayEquals(
                run.synapses("a", "b").weights(), ofFile.synapses("a", "b").weights());
        assertArrayEquals(
                run.synapses("a", "b").targets(), divided.synapses("a", "b").targets());
        assertArrayEquals(
                run.synapses("a", "b").weights(), divided.synapses("a", "b").weights());
        assertEquals(run.rasterHash(), hashOf(folder.resolve("sub/net." + (seed % 2 == 0 ? "yaml" : "json"))));
    }

    @Test
    void arraysLieBesideTheFileWhichCanBeMovedWithThem() throws Exception {
        RunnableScenario built = random(7).build();
        built.save(folder.resolve("here/net.yaml"));
        try (Stream<Path> files = Files.list(folder.resolve("here"))) {
            assertEquals(3, files.count());
        }
        Files.move(folder.resolve("here"), folder.resolve("there"));

        RunOutcome moved =
                GanglionApi.scenario(folder.resolve("there/net.yaml")).run();

        assertEquals(built.run().rasterHash(), moved.rasterHash());
        assertFalse(Files.readString(folder.resolve("there/net.yaml")).contains("ganglion-network"));
    }

    @Test
    void theTextOfASavedNetworkDoesNotDependOnTheOrderOfAMap() throws Exception {
        Map<String, Object> hashed = new HashMap<>(
                Map.of("profile", "step", "range", 0.5, "probability", 1, "extent", List.of(1, 0.5), "periodic", true));
        Map<String, Object> spread = new HashMap<>(1024);
        spread.putAll(hashed);
        assertNotEquals(List.copyOf(hashed.keySet()), List.copyOf(spread.keySet()), "maps of one order show nothing");
        List<String> texts = new ArrayList<>();
        for (Map<String, Object> rule : List.of(hashed, spread)) {
            NetworkBuilder net = GanglionApi.network("ordered").tick(millis(1)).duration(millis(5));
            net.population("out", 3, NeuronType.lif().beta(0.9));
            net.connect("out", "out").rule("distance", rule).weight(1);
            net.save(folder.resolve("ordered.yaml"));
            texts.add(Files.readString(folder.resolve("ordered.yaml")));
        }

        assertEquals(texts.get(0), texts.get(1));
    }
}
