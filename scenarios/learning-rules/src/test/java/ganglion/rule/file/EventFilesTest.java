package ganglion.rule.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.table.NpyArray;
import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.RandomEventNetworks;
import ganglion.learning.eventprop.RandomEventNetworks.Kind;
import ganglion.learning.eventprop.grid.EventClassifier;
import ganglion.learning.file.Archive;
import ganglion.learning.file.Archives;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.ModelFiles.ModelFileException;
import ganglion.learning.file.TrainedRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Model files of networks that learn with EventProp: what was written is read, and nothing else. */
class EventFilesTest {

    private static final List<String> CLASSES = List.of("a", "b", "ç");

    @TempDir
    private Path directory;

    private static EventNetwork network(boolean recurrent, boolean readOut) {
        return RandomEventNetworks.network(new Kind(8, 4, recurrent, readOut), new SplittableRandom(3));
    }

    private static EventClassifier classifier() {
        return new EventClassifier(network(true, true), 7, CLASSES);
    }

    private static void assertSame(EventNetwork expected, EventNetwork actual) {
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
            assertArrayEquals(one.weights(), actual.synapses().get(i).weights());
            assertEquals(one.delay(), actual.synapses().get(i).delay());
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, true", "true, false"})
    void aModelIsReadAsItWas(boolean recurrent, boolean readOut) throws IOException, ModelFileException {
        EventNetwork network = network(recurrent, readOut);
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
        "'\"measure\" : \"mean\"', '\"measure\" : \"maximum\"'",
        "'\"delays\" : \"common\"', '\"delays\" : \"each\"'",
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
        archive.put("parameters/0.delay.npy", NpyArray.write(new double[] {-1}, 1));
        archive.write(file);

        assertEquals(
                "model.json: a delay is negative or no number",
                assertThrows(ModelFileException.class, () -> ModelFiles.readAny(file))
                        .getMessage());
    }
}
