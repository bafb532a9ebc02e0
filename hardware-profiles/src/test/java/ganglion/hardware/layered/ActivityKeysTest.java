package ganglion.hardware.layered;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.hardware.layered.ActivityLayer.PoolMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Activity files: what they may say, what contradicts itself, and that they are written as they are read. */
class ActivityKeysTest {

    @TempDir
    private Path folder;

    @Test
    void theFilesInTheTreeAreThoseOfTheCode() throws Exception {
        Files.createDirectories(folder.resolve("docs/formats/schemas"));
        ActivityKeys.main(new String[] {folder.toString()});

        for (String file : new String[] {"schemas/activity.schema.json", "activity-reference.md"}) {
            assertEquals(
                    Files.readString(Path.of("../docs/formats").resolve(file)),
                    Files.readString(folder.resolve("docs/formats").resolve(file)),
                    file + " is not what the code makes: run ganglion.hardware.layered.ActivityKeys");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp", "convolution", "artificial", "attention"})
    void whatIsWrittenIsReadAgain(String name) throws Exception {
        Activity activity = ActivityKeys.read(example(name)).activity();

        Path written = folder.resolve("written.json");
        Files.writeString(written, ActivityKeys.write(activity).toString());

        assertEquals(activity, ActivityKeys.read(written).activity());
    }

    @Test
    void countsThatAreLeftOutFollowFromShapes() throws Exception {
        ActivityNetwork attention = ActivityKeys.read(example("attention"));
        ActivityNetwork convolution = ActivityKeys.read(example("convolution"));

        assertEquals(80000.0 * 512, attention.synapticEvents(1));
        assertEquals(512.0 * 512, attention.weights(1));
        assertEquals(64.0 * 32 * 32 * 27, convolution.denseProducts(1));
        assertEquals(1728, convolution.weights(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\": \"linear\" | \"kind\": \"liner\" | /layers/1/kind",
                "\"output-spikes\": 255000 | \"output-spikes\": -1 | /layers/0/output-spikes",
                "\"output-spikes\": 255000 | \"output-spikes\": NaN | NaN",
                "\"output-spikes\": 255000 | \"output-spikes\": 2550000 | at most 1,960,000 of 784 neurons",
                "\"tick\": \"1 ms\" | \"tick\": \"0 s\" | /tick: found \"0 s\", expected 1 ns to 1 s",
                "\"tick\": \"1 ms\" | \"tick\": \"2 s\" | /tick: found \"2 s\", expected 1 ns to 1 s",
                "\"name\": \"lif2\" | \"name\": \"a\\u001b[31m\" | without control characters",
                "\"steps\": 25 | \"steps\": 0 | /steps: found 0",
                "\"synaptic-events\": 210000 | \"synaptic-events\": 210000000 | at most 3,200,000 products",
                "\"input-spikes\": 255000 | \"input-spikes\": 100 | at most 12,800 of its 100 input spikes",
                "\"input-spikes\": 21000 | \"input-spikes\": 21001 | /layers/3/input-spikes: found 21,001, expected at"
                        + " most 21,000 spikes of lif1",
                "\"from\": [\"fc1\"], \"shape\": [128] | \"from\": [\"fc1\"], \"shape\": [120] | /layers/2/shape:"
                        + " found 120 outputs, but fc1 gives 128; expected as many",
                "\"synaptic-events\": 32640000 | \"synaptic-events\": 5 | each of its 255,000 input spikes reaches 128"
                        + " weights",
                "\"zero-weights\": 0 | \"zero-events\": 99000000 | /layers/1/zero-events: found 99,000,000, expected"
                        + " at most 32,640,000",
                "\"activity\": | \"scenario\": \"s\", \"activity\": | found a scenario, expected an activity file; use"
                        + " ganglion run",
                "\"active-updates\": 24000 | \"active-updates\": 24000, \"zero-events\": 5 | /layers/4/zero-events:"
                        + " found 5, expected at most 0",
                "\"weights\": 100352 | \"weights\": 5 | at most 1,275,000 of its 255,000 input spikes",
                "\"zero-weights\": 0 | \"zero-weights\": 200000 | at most 100,352 weights",
                "\"active-updates\": 24000 | \"active-updates\": 1000 | at least its 1,400 spikes",
                "\"from\": [\"input\"] | \"from\": [\"inpt\"] | expected the name of a layer",
                "\"input-shape\": [128] | \"input-shape\": [120] | found 120 inputs, but lif1 gives 128",
                "\"name\": \"lif2\" | \"name\": \"lif1\" | twice",
                "\"version\": 1 | \"version\": 2 | /version",
                "\"biases\": 128 | \"bias\": 128 | bias"
            })
    void refusesWhatContradictsItself(String found, String wrong, String message) throws Exception {
        refuses("mlp", found, wrong, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"padding\": [1, 1] | \"padding\": [0, 0] | but dimension 1 of the output is 30",
                "\"kernel\": [3, 3], \"padding\" | \"padding\" | 0 sizes of a kernel",
                "\"kernel\": [3, 3], | \"kernel\": [3, 3], \"groups\": 2, | a divisor of the channels"
            })
    void refusesConvolutionsWhoseShapesDoNotFollow(String found, String wrong, String message) throws Exception {
        refuses("convolution", found, wrong, message);
    }

    @Test
    void layersByThousandsAndSumsOfSumsAreFollowed() throws Exception {
        StringBuilder layers = new StringBuilder("{name: l0, kind: input, shape: [4], output-spikes: 3}");
        for (int i = 1; i < 3000; i++) {
            String kind = i < 100 ? "residual" : i % 2 == 0 ? "linear" : "neurons";
            layers.append(", {name: l%d, kind: %s, shape: [4], from: [l%d, l%d]}".formatted(i, kind, i - 1, i - 1));
        }
        Path file =
                Files.writeString(folder.resolve("deep.yaml"), "activity: deep\nsteps: 1\nlayers: [" + layers + "]\n");

        ActivityNetwork network = ActivityKeys.read(file);

        assertEquals(Math.pow(2, 100), network.sourcesPerInput(100));
        assertFalse(network.isRecurrent(2999));
    }

    @Test
    void eventsOfZeroWeightsCostNothingAndPapersCountTheBorder() throws Exception {
        ActivityNetwork network = ActivityKeys.read(Files.writeString(folder.resolve("border.json"), """
            {"activity": "border", "steps": 1, "assumed": ["One image stands for all."], "layers": [
              {"name": "x", "kind": "input", "shape": [1, 4, 4], "output-spikes": 16},
              {"name": "conv", "kind": "convolution", "shape": [2, 4, 4], "kernel": [3, 3], "padding": [1, 1],
               "input-spikes": 16, "synaptic-events": 200, "zero-events": 50},
              {"name": "pool", "kind": "pooling", "shape": [2, 2, 2], "kernel": [2, 2], "stride": [2, 2], "mode": "max"},
              {"name": "fc", "kind": "linear", "shape": [3], "input-spikes": 6}]}\
            """));

        assertEquals(150, network.synapticEvents(1));
        assertEquals(288, network.additionsOfPapers(1));
        assertEquals(network.denseProducts(1), network.additionsOfPapers(1));
        assertEquals(18, network.additionsOfPapers(3));
        assertEquals(PoolMode.MAX, network.layer(2).window().mode());
        assertEquals(List.of("One image stands for all."), network.activity().assumed());
    }

    /** A read-out that is called in the last step alone takes few of the spikes: that is right, and so may be a slip. */
    @Test
    void tellsOfSpikesThatWeightsDoNotTake() throws Exception {
        Path file = Files.writeString(
                folder.resolve("few.json"),
                Files.readString(example("mlp"))
                        .replace(
                                "\"input-spikes\": 21000, \"synaptic-events\": 210000",
                                "\"input-spikes\": 2100, \"synaptic-events\": 21000"));

        assertEquals(
                List.of("fc2 takes 2,100 of the 21,000 spikes before it."),
                ActivityKeys.read(file).assumed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: n, kind: input, shape: [4]} | /layers/0/kind: found no layer with weights or neurons",
                "{name: r, kind: residual, shape: [4], from: [r]} | /layers/1/from: found a loop without neurons in it",
                "{name: f, kind: linear, shape: [4], from: [x, f]} | /layers/1/from: found a loop without neurons in it"
            })
    void refusesWhatIsNoNetwork(String layer, String message) throws Exception {
        Path file = Files.writeString(
                folder.resolve("none.yaml"),
                "activity: none\nsteps: 1\nlayers: [{name: x, kind: input, shape: [4], output-spikes: 3}, " + layer
                        + "]\n");

        InputException refusal = assertThrows(InputException.class, () -> ActivityKeys.read(file));

        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }

    @Test
    void attentionNeedsItsProducts() throws Exception {
        refuses(
                "attention",
                "\"dense-products\": 19668992, \"input-spikes\": 70000",
                "\"input-spikes\": 70000",
                "/layers/7");
    }

    private void refuses(String example, String found, String wrong, String message) throws Exception {
        String text = Files.readString(example(example));
        assertTrue(text.contains(found), found);
        Path file = folder.resolve("wrong.json");
        Files.writeString(file, text.replace(found, wrong));

        InputException refusal = assertThrows(InputException.class, () -> ActivityKeys.read(file));

        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }

    private static Path example(String name) {
        return Path.of("src/test/resources/ganglion/hardware/layered", name + ".json");
    }
}
