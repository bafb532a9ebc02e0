package ganglion.learning.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.table.NpyArray;
import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.file.ModelFiles.ModelFileException;
import ganglion.learning.model.Dense;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Setting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Model files and checkpoints that something has happened to: each is refused in one line, or holds what was written. */
class DamagedFilesTest {

    @TempDir
    private Path directory;

    private static Model model() {
        Neurons neurons = Neurons.synaptic(0.5, 0.75)
                .withSettings(Setting.learnedPerNeuron(0.5), Setting.learned(0.75), Setting.fixed(1));
        return Model.create(
                LayerShape.of(3), List.of(new Dense(2, true, SynapseDelays.learned(4)), neurons, neurons), 7);
    }

    private byte[] bytes() throws IOException {
        Path file = directory.resolve("whole.model");
        ModelFiles.write(new TrainedModel(model(), List.of("a", "b")), file);
        return Files.readAllBytes(file);
    }

    /** Reads bytes as a model file; {@code null} if they are refused as they should be. */
    private TrainedModel read(byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve("damaged.model"), bytes);
        try {
            return ModelFiles.read(file);
        } catch (ModelFileException e) {
            assertFalse(e.getMessage().contains("\n"), e.getMessage());
            assertTrue(e.getMessage().length() < 400, e.getMessage());
            return null;
        }
    }

    private static void assertSame(TrainedModel read) {
        assertEquals(model().layers(), read.model().layers());
        for (int p = 0; p < read.model().allParameters().size(); p++) {
            assertArrayEquals(
                    model().allParameters().get(p).values(),
                    read.model().allParameters().get(p).values());
        }
    }

    @Test
    void aFileCutOffAnywhereIsRefusedOrWhole() throws IOException {
        byte[] whole = bytes();
        int refused = 0;
        for (int length = 0; length < whole.length; length += 23) {
            TrainedModel read = read(Arrays.copyOf(whole, length));
            refused += read == null ? 1 : 0;
            if (read != null) {
                // Only the directory at the end of the archive may be missing, which nobody needs.
                assertSame(read);
            }
        }
        assertTrue(refused > whole.length / 46, refused + " of " + whole.length / 23 + " refused");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aFlippedBitIsRefusedOrHarmless(long seed) throws IOException {
        byte[] whole = bytes();
        Random random = new Random(seed);
        for (int k = 0; k < 60; k++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            TrainedModel read = read(damaged);
            if (read != null) {
                // The archive's check sums cover all contents.
                assertSame(read);
            }
        }
    }

    private interface Change {
        byte[] apply(String entry, byte[] content);
    }

    /** The file with an entry changed, and with check sums that fit. */
    private byte[] changed(Change change) throws IOException, ModelFileException {
        Path file = Files.write(directory.resolve("original.model"), bytes());
        Archive archive = Archives.copyOf(file);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(stream)) {
            List<String> entries = List.of(
                    "model.json",
                    "parameters/0.weight.npy",
                    "parameters/0.bias.npy",
                    "parameters/0.delay.npy",
                    "parameters/1.alpha.npy",
                    "parameters/1.beta.npy",
                    "parameters/1.threshold.npy",
                    "parameters/2.alpha.npy",
                    "parameters/2.beta.npy",
                    "parameters/2.threshold.npy");
            for (String entry : entries) {
                byte[] content = change.apply(entry, archive.get(entry));
                if (content != null) {
                    zip.putNextEntry(new ZipEntry(entry));
                    zip.write(content);
                    zip.closeEntry();
                }
            }
        }
        return stream.toByteArray();
    }

    private String refusal(Change change) throws IOException, ModelFileException {
        Path file = Files.write(directory.resolve("changed.model"), changed(change));
        return assertThrows(ModelFileException.class, () -> ModelFiles.read(file))
                .getMessage();
    }

    private static Change inDocument(String from, String to) {
        return (entry, content) -> {
            if (!entry.equals("model.json")) {
                return content;
            }
            String text = new String(content, StandardCharsets.UTF_8);
            assertTrue(text.contains(from), text);
            return text.replaceFirst(Pattern.quote(from), to).getBytes(StandardCharsets.UTF_8);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "'\"longest-steps\" : 4', '\"longest-steps\" : -1'",
        "'\"longest-steps\" : 4', '\"longest-steps\" : 4.5'",
        "'\"steps-per-unit\" : 100.0', '\"steps-per-unit\" : -1'",
        "'\"steps-per-unit\" : 100.0', '\"steps-per-unit\" : \"many\"'",
        "'\"trainable\" : true', '\"trainable\" : 1'",
        "'\"kind\" : \"dense\"', '\"kind\" : \"time-machine\"'",
        "'\"kind\" : \"dense\"', '\"kind\" : 7'",
        "'\"outputs\" : 2', '\"outputs\" : 2147483647'",
        "'\"dynamics\" : \"synaptic\"', '\"dynamics\" : \"psychic\"'",
        "'\"reset\" : \"subtract\"', '\"reset\" : null'",
        "'\"version\" : 1', '\"version\" : 2'",
        "'\"format\" : \"ganglion-model\"', '\"format\" : \"other\"'",
        "'{', '['"
    })
    void aWrongValueInTheDocumentIsNamed(String from, String to) throws IOException, ModelFileException {
        String message = refusal(inDocument(from, to));

        assertTrue(message.contains("model.json"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parameters/0.delay.npy", "parameters/0.weight.npy", "parameters/2.threshold.npy"})
    void aMissingOrShortArrayIsNamed(String damaged) throws IOException, ModelFileException {
        String missing = refusal((entry, content) -> entry.equals(damaged) ? null : content);
        String cut = refusal(
                (entry, content) -> entry.equals(damaged) ? Arrays.copyOf(content, content.length - 1) : content);
        String renamed = refusal(
                (entry, content) -> entry.equals(damaged) ? "no array".getBytes(StandardCharsets.UTF_8) : content);

        assertEquals("the archive has no entry " + damaged, missing);
        assertTrue(cut.equals(damaged + ": ends too soon, expected the numbers that its header announces"), cut);
        assertEquals(damaged + ": is not an NPY file, expected one that starts with \\x93NUMPY", renamed);
    }

    @Test
    void numbersThatAreNoneAreRefused() throws IOException, ModelFileException {
        byte[] infinite = NpyArray.write(new double[] {1, Double.POSITIVE_INFINITY}, new int[] {2});

        assertEquals(
                "parameters/0.bias.npy: value 1 is Infinity, expected a finite number",
                refusal((entry, content) -> entry.equals("parameters/0.bias.npy") ? infinite : content));
    }

    @Test
    void aModelFileIsNoCheckpoint() throws IOException {
        Path file = Files.write(directory.resolve("a.model"), bytes());

        assertEquals(
                "the archive has no entry training.json",
                assertThrows(ModelFileException.class, () -> CheckpointFiles.read(file))
                        .getMessage());
    }
}
