package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.dense.CallTime;
import ganglion.hardware.dense.DenseLayers.LayerWork;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spiking network beside one without spikes, from the command line. */
final class EnergyComparisonTest {

    private static final int STEPS_PER_SECOND = 100;

    @TempDir
    private static Path folder;

    private static JsonNode comparison;
    private static String printed;

    @BeforeAll
    static void compareTones() throws IOException {
        TinyExperiment tones = new TinyExperiment(folder);
        String text = Files.readString(tones.file("numbers.yaml"))
                .replace("layers:", "layers:\n    - {kind: gain, initial: 1}\n    - {kind: leaky, beta: 0.8}");
        Path file = Files.writeString(
                folder.resolve("energy.yaml"), text + "task: energy-comparison\ndense: {hidden: [8], epochs: 30}\n");
        Path out = folder.resolve("energy");
        Outcome outcome = ganglion("train", file, "--out", out);
        outcome.assertFine();
        assertFalse(
                Files.exists(out.resolve("model.zip")), "the model is that of the experiment without the comparison");
        printed = outcome.out();
        comparison =
                new ObjectMapper().readTree(out.resolve("result.json").toFile()).get("energyComparison");
    }

    private static Map<String, JsonNode> energies() {
        Map<String, JsonNode> found = new HashMap<>();
        comparison
                .get("energies")
                .forEach(line -> found.put(
                        line.get("network").asText() + "/" + line.get("profile").asText(), line));
        return found;
    }

    @Test
    void energiesFollowFromOperations() throws ProfileException {
        JsonNode cortex = energies().get("without spikes, int8/stm32u575");
        JsonNode loihi = energies().get("spiking/loihi");

        double operations = cortex.get("operationJoulesPerSecond").asDouble();
        HardwareProfile device = ProfileLibrary.find("stm32u575");
        List<LayerWork> layers = List.of(LayerWork.dense(12, 8), LayerWork.dense(8, 2));
        double secondsPerStep = CallTime.of(
                        device.conventional().processor().orElseThrow(), layers, NumberFormat.INT8, 1)
                .seconds()
                .orElseThrow();
        assertEquals(
                STEPS_PER_SECOND
                        * secondsPerStep
                        * device.figures().power().runAboveIdle().orElseThrow(),
                operations,
                1e-15);
        double synaptic =
                comparison.at("/networks/0/synapticOperationsPerSecond").asDouble() * 23.6e-12;
        assertTrue(
                synaptic > 0 && synaptic < loihi.get("operationJoulesPerSecond").asDouble());
        assertTrue(loihi.get("staticJoulesPerSecond").asDouble() > 0.01);
        assertTrue(loihi.get("complete").asBoolean());
    }

    /** Every one of these networks computes something, so that no energy of its operations can be none. */
    @Test
    void anEnergyThatIsNotKnownIsNotNone() {
        for (JsonNode line : comparison.get("energies")) {
            JsonNode operations = line.get("operationJoulesPerSecond");
            assertTrue(operations.isNull() || operations.asDouble() > 0, line::toString);
            assertTrue(operations.isNumber() || !line.get("complete").asBoolean(), line::toString);
            JsonNode known = line.get("knownJoulesPerSecond");
            assertTrue(known.isNull() || known.asDouble() > 0, line::toString);
        }
        assertTrue(
                energies().get("spiking/akida").get("operationJoulesPerSecond").isNull());
        List<String> table = printed.lines()
                .dropWhile(line -> !line.startsWith("Energy per second"))
                .filter(line -> line.contains(", "))
                .skip(1)
                .toList();
        assertTrue(table.stream().noneMatch(line -> line.contains(" 0 J ")), printed);
        String secret = table.stream()
                .filter(line -> line.contains("akida"))
                .findFirst()
                .orElseThrow();
        assertTrue(secret.matches("\\s*spiking, akida +unknown +.*"), secret);
    }
}
