package ganglion.rule.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.table.NpyArray;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventReadOut.Measure;
import ganglion.learning.eventprop.RandomEventNetworks;
import ganglion.learning.eventprop.RandomEventNetworks.Kind;
import ganglion.learning.eventprop.grid.EventClassifier;
import ganglion.learning.eventprop.loss.CountPenalty;
import ganglion.learning.eventprop.loss.EventLoss.ReadOutLoss;
import ganglion.learning.eventprop.train.EventPlan;
import ganglion.learning.eventprop.train.EventSample;
import ganglion.learning.eventprop.train.EventTrainer;
import ganglion.learning.eventprop.train.EventTrainer.BestEpoch;
import ganglion.learning.file.Archive;
import ganglion.learning.file.Archives;
import ganglion.learning.file.CheckpointFiles;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.ModelFiles.ModelFileException;
import ganglion.learning.file.TrainedRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Model files and checkpoints of networks that learn with EventProp: what was written is read, and nothing else. */
class EventFilesTest {

    private static final List<String> CLASSES = List.of("a", "b", "ç");

    @TempDir
    private Path directory;

    private static EventNetwork network(boolean ownDelays, boolean recurrent, Measure measure) {
        return RandomEventNetworks.network(new Kind(8, 4, ownDelays, recurrent, measure), new SplittableRandom(3));
    }

    private static EventClassifier classifier() {
        return new EventClassifier(network(true, true, Measure.MEAN), 7, CLASSES);
    }

    private static void assertSame(EventNetwork expected, EventNetwork actual) {
        assertEquals(
                expected.readOut().map(out -> out.measure()), actual.readOut().map(out -> out.measure()));
        assertEquals(
                expected.readOut().map(out -> out.dynamics()), actual.readOut().map(out -> out.dynamics()));
        for (int l = 0; l < expected.layers().size(); l++) {
            assertEquals(
                    expected.layers().get(l).dynamics(), actual.layers().get(l).dynamics());
            assertEquals(
                    expected.layers().get(l).threshold(), actual.layers().get(l).threshold());
        }
        assertEquals(expected.synapses().size(), actual.synapses().size());
        for (int i = 0; i < expected.synapses().size(); i++) {
            DelayedSynapses one = expected.synapses().get(i);
            assertEquals(one.sharesDelay(), actual.synapses().get(i).sharesDelay());
            assertArrayEquals(one.weights(), actual.synapses().get(i).weights());
            assertArrayEquals(one.delays(), actual.synapses().get(i).delays());
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true, MEAN", "false, true, MAXIMUM", "true, false, ", "false, false, "})
    void aModelIsReadAsItWas(boolean ownDelays, boolean recurrent, Measure measure)
            throws IOException, ModelFileException {
        EventNetwork network = network(ownDelays, recurrent, measure);
        List<String> classes = CLASSES.size() == network.outputs() ? CLASSES : List.of("a", "b", "c", "d");
        Path file = directory.resolve("model.zip");
        ModelFiles.write(new TrainedRule(new EventClassifier(network, 7, classes), "{}"), file);

        TrainedRule read = (TrainedRule) ModelFiles.readAny(file);

        assertEquals("eventprop", read.kind());
        assertEquals("{}", read.experiment());
        assertEquals(classes, read.classes());
        EventClassifier found = (EventClassifier) read.classifier();
        assertEquals(7, found.ticksPerStep());
        assertSame(network, found.network());
    }

    private String refusal(String entry, String pattern, String to) throws IOException, ModelFileException {
        Path file = directory.resolve("changed.zip");
        ModelFiles.write(new TrainedRule(classifier(), ""), file);
        Archive archive = Archives.copyOf(file);
        String text = new String(archive.get(entry), StandardCharsets.UTF_8);
        String changed = text.replaceFirst(pattern, to);
        assertFalse(changed.equals(text), text);
        archive.put(entry, changed.getBytes(StandardCharsets.UTF_8));
        archive.write(file);
        String message = assertThrows(ModelFileException.class, () -> ModelFiles.readAny(file))
                .getMessage();
        assertFalse(message.contains("\n") || message.length() > 300, message);
        return message;
    }

    @ParameterizedTest
    @CsvSource({
        "'\"inputs\" : \\d+', '\"inputs\" : 2000000000'",
        "'\"inputs\" : \\d+', '\"inputs\" : 0'",
        "'\"ticks-per-step\" : 7', '\"ticks-per-step\" : 0'",
        "'\"ticks-per-step\" : 7', '\"ticks-per-step\" : 2000000000'",
        "'\"neurons\" : \\d+', '\"neurons\" : 3'",
        "'\"neurons\" : \\d+', '\"neurons\" : -1'",
        "'\"threshold\" : [0-9.]+', '\"threshold\" : 0'",
        "'\"membrane-steps\" : [0-9.]+', '\"membrane-steps\" : 4'",
        "'\"recurrent\" : true', '\"recurrent\" : 1'",
        "'\"measure\" : \"mean\"', '\"measure\" : \"median\"'",
        "'\"delays\" : \"each\"', '\"delays\" : \"some\"'",
        "'\"delays\" : \"each\"', '\"delays\" : \"common\"'",
        "'\"classes\" : \\[.*?\\]', '\"classes\" : [\"a\"]'",
        "'\"connections\" : \\[.*?\\]', '\"connections\" : []'",
        "'\"layers\" : \\[.*?\\]', '\"layers\" : []'",
    })
    void aWrongValueIsRefused(String pattern, String to) throws IOException, ModelFileException {
        String message = refusal("model.json", "(?s)" + pattern, to);

        assertTrue(
                message.contains("model.json") || message.contains("parameters/") || message.contains("expected"),
                message);
    }

    @Test
    void negativeDelaysAreRefused() throws IOException, ModelFileException {
        Path file = directory.resolve("delays.zip");
        ModelFiles.write(new TrainedRule(classifier(), ""), file);
        Archive archive = Archives.copyOf(file);
        DelayedSynapses first = classifier().network().synapses().get(0);
        double[] delays = first.delays().clone();
        delays[3] = -1;
        archive.put("parameters/0.delay.npy", NpyArray.write(delays, first.sources(), first.targets()));
        archive.write(file);

        assertEquals(
                "model.json: a delay is negative or no number",
                assertThrows(ModelFileException.class, () -> ModelFiles.readAny(file))
                        .getMessage());
    }

    private static List<EventSample> samples() {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, 12)
                .mapToObj(i -> new EventSample(RandomEventNetworks.input(random), RandomEventNetworks.DURATION, i % 3))
                .toList();
    }

    /** What goes on from a file learns the same bits as what never stopped. */
    @Test
    void aTrainingGoesOnFromACheckpointAsIfItHadNeverStopped() throws IOException, ModelFileException {
        EventPlan plan = new EventPlan(new ReadOutLoss(5), CountPenalty.NONE, 4, 5, 0.01, 0.1, 40, 0.01, 1);
        EventNetwork start = network(true, true, Measure.MEAN);
        EventTrainer whole = new EventTrainer(start, samples(), plan, TaskRunner.SEQUENTIAL);
        EventTrainer first = new EventTrainer(start, samples(), plan, TaskRunner.SEQUENTIAL);
        for (int epoch = 0; epoch < 4; epoch++) {
            whole.epoch(share -> {});
        }
        first.epoch(share -> {});
        BestEpoch best = new BestEpoch(1, 0.5, 1.25, first.network());
        first.epoch(share -> {});
        Path file = directory.resolve("checkpoint.zip");
        new EventCheckpoint(first.state(), best, "{\"a\": 1}").write(7, CLASSES, file);

        EventCheckpoint read = EventCheckpoint.read(file);
        EventTrainer second = EventTrainer.resumed(read.state(), samples(), plan, TaskRunner.SEQUENTIAL);
        second.epoch(share -> {});
        second.epoch(share -> {});

        assertEquals(4, second.epochsDone());
        assertSame(whole.network(), second.network());
        assertEquals("{\"a\": 1}", read.notes());
        assertEquals(1, read.best().number());
        assertEquals(0.5, read.best().accuracy());
        assertEquals(1.25, read.best().loss());
        assertSame(best.network(), read.best().network());
        assertTrue(CheckpointFiles.isCheckpoint(file));
        assertTrue(assertThrows(ModelFileException.class, () -> CheckpointFiles.read(file))
                .getMessage()
                .contains("/version: found 2"));
    }

    @Test
    void aModelIsNoCheckpoint() throws IOException {
        Path file = directory.resolve("model.zip");
        ModelFiles.write(new TrainedRule(classifier(), ""), file);

        assertThrows(ModelFileException.class, () -> EventCheckpoint.read(file));
    }
}
