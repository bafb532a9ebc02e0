package ganglion.learning.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.table.NpyArray;
import ganglion.learning.RandomNetworks;
import ganglion.learning.file.ModelFiles.ModelFileException;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Parameter;
import ganglion.learning.surrogate.Surrogate.ArcTangent;
import ganglion.learning.train.NaiveBaseline;
import ganglion.learning.train.NaiveBaseline.Standard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelFilesTest {

    @TempDir
    private Path directory;

    static Stream<List<Layer>> networks() {
        List<List<Layer>> networks = new ArrayList<>(RandomNetworks.layers());
        networks.add(List.of(BatchNormalisation.of(0.5), Neurons.leaky(0.9).withSurrogate(new ArcTangent(3))));
        return networks.stream();
    }

    private static TrainedModel small() {
        return new TrainedModel(
                Model.create(LayerShape.of(2), List.of(new Dense(3, true), Neurons.leaky(0.9)), 7),
                List.of("a", "b", "ç"));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatIsWrittenIsReadAgain(List<Layer> layers) throws Exception {
        Model model = Model.create(RandomNetworks.INPUT, layers, 7);
        Path file = directory.resolve("a.model");

        ModelFiles.write(new TrainedModel(model, List.of()), file);
        Model read = ModelFiles.read(file).model();

        assertEquals(model.layers(), read.layers());
        assertEquals(model.input(), read.input());
        for (int p = 0; p < model.allParameters().size(); p++) {
            Parameter expected = model.allParameters().get(p);
            Parameter actual = read.allParameters().get(p);
            assertEquals(expected.name(), actual.name());
            assertEquals(expected.trainable(), actual.trainable());
            assertArrayEquals(expected.shape(), actual.shape());
            assertArrayEquals(expected.values(), actual.values());
        }
    }

    @Test
    void keepsTheNamesOfTheClasses() throws Exception {
        Path file = directory.resolve("a.model");
        ModelFiles.write(small(), file);

        assertEquals(List.of("a", "b", "ç"), ModelFiles.read(file).classes());
    }

    @Test
    void keepsTheExperimentThatTrainedTheModel() throws Exception {
        Path file = directory.resolve("a.model");
        ModelFiles.write(new TrainedModel(small().model(), List.of(), "{\"experiment\": \"ü\"}"), file);

        assertEquals("{\"experiment\": \"ü\"}", ModelFiles.read(file).experiment());
    }

    @Test
    void keepsTheTemperature() throws Exception {
        Path file = directory.resolve("a.model");
        ModelFiles.write(small().withTemperature(2.5), file);

        assertEquals(2.5, ModelFiles.read(file).temperature().orElseThrow());
        assertEquals(
                "model.json: /temperature: found -1.0, expected a number above 0",
                problem(archive -> replace(archive, "\"version\" : 1", "\"version\" : 1, \"temperature\" : -1.0")));
    }

    @Test
    void keepsTheNaiveBaseline() throws Exception {
        double[] weights = IntStream.range(0, 12).asDoubleStream().toArray();
        Standard standard = new Standard(new double[] {1, 2, 3, 4}, new double[] {1, 0, 1, 2});
        NaiveBaseline baseline = NaiveBaseline.of(standard, weights, new double[] {0.5, 0, -0.5});
        TrainedModel saved = small().withBaseline(Optional.of(baseline));
        Path file = directory.resolve("a.model");
        ModelFiles.write(saved, file);

        NaiveBaseline read = ModelFiles.read(file).baseline().orElseThrow();

        assertArrayEquals(standard.means(), read.standard().means());
        assertArrayEquals(standard.deviations(), read.standard().deviations());
        assertArrayEquals(weights, read.weights());
        assertArrayEquals(new double[] {0.5, 0, -0.5}, read.biases());
        assertEquals(
                "baseline/mean.npy: found the shape (2,), expected (4,)",
                problem(archive -> archive.put("baseline/mean.npy", NpyArray.write(new double[2], 2))));
    }

    /** Writes a small model, changes its archive, and returns what reading it says. */
    private String problem(ArchiveChange change) throws IOException {
        Archive archive = new Archive();
        ModelFiles.put(small(), archive);
        change.apply(archive);
        Path file = directory.resolve("broken.model");
        archive.write(file);
        return assertThrows(ModelFileException.class, () -> ModelFiles.read(file))
                .getMessage();
    }

    private interface ArchiveChange {
        void apply(Archive archive);
    }

    private static void replace(Archive archive, String from, String to) {
        try {
            String document = new String(archive.get("model.json"), StandardCharsets.UTF_8);
            assertTrue(document.contains(from), document);
            archive.put("model.json", document.replace(from, to).getBytes(StandardCharsets.UTF_8));
        } catch (ModelFileException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void saysWhichVersionsItReads() throws IOException {
        assertEquals(
                "model.json: /version: found 3, expected 1 to 2",
                problem(archive -> replace(archive, "\"version\" : 1", "\"version\" : 3")));
    }

    @Test
    void numbersThatNoNetworkCanHoldAreRefusedAtTheirPlace() throws IOException {
        double[] weights = new double[2 * 3];
        weights[4] = -1e101;

        assertEquals(
                "parameters/0.weight.npy: value 4 is -1.0E101, expected a finite number, at most 1e30 either way",
                problem(archive -> archive.put("parameters/0.weight.npy", NpyArray.write(weights, 3, 2))));
        assertTrue(problem(archive -> replace(archive, "\"initial\" : 0.9", "\"initial\" : 1e31"))
                .endsWith(", expected a finite number, at most 1e30 either way"));
    }

    @Test
    void takesNoMemoryForWhatIsNotThere() throws IOException {
        String message = problem(archive -> replace(archive, "\"outputs\" : 3", "\"outputs\" : 2000000000"));

        assertEquals("model.json: the layers have more than 134217728 values", message);
    }
}
