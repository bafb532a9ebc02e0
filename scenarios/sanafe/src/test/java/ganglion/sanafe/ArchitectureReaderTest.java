package ganglion.sanafe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.documents.InputException;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.PipelineUnit;
import ganglion.hardware.chip.TimeModel.BarrierTicks;
import ganglion.hardware.latency.BarrierCurve;
import ganglion.hardware.library.ProfileLibrary;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureReaderTest {

    @TempDir
    private Path folder;

    private static Path resource() throws URISyntaxException {
        return Path.of(ArchitectureReaderTest.class
                .getResource("/sanafe/loihi-fit.yaml")
                .toURI());
    }

    private HardwareProfile profile(Architecture architecture) throws Exception {
        Path file = folder.resolve("profile.json");
        new ObjectMapper().writeValue(file.toFile(), new ProfileText(architecture, "loihi-fit.yaml").document());
        return ProfileLibrary.read(file);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        neuron-access,  51.2e-12
        neuron-update,  21.6e-12
        spike,          69.3e-12
        message-out,   111.0e-12
        hop-east,        3.0e-12
        hop-west,        3.0e-12
        hop-north,       4.2e-12
        hop-south,       4.2e-12
        """)
    void theProfileHasTheFiguresOfTheDescription(String operation, double joules) throws Exception {
        HardwareProfile made = profile(ArchitectureReader.read(resource()));

        assertEquals("loihi-fit", made.name());
        assertEquals(128, made.cores().mesh().cores());
        assertEquals(joules, figureJoules(made, operation), 0);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.6e-6", "2, 1.0e-6", "3, 1.0e-6", "4, 1.4e-6", "28, 1.4e-6", "29, 1.8e-6", "32, 1.8e-6"})
    void theBarrierIsThatOfTheDescription(int tiles, double seconds) throws Exception {
        BarrierTicks barrier = (BarrierTicks)
                profile(ArchitectureReader.read(resource())).cores().timeModel();

        assertEquals(seconds, BarrierCurve.seconds(barrier, tiles).orElseThrow(), 1e-18);
    }

    /** The figure of a unit, or of the chip itself. */
    private static double figureJoules(HardwareProfile profile, String key) {
        return Stream.concat(
                        Stream.of(profile.figures().energy()),
                        profile.figures().units().stream().map(PipelineUnit::energy))
                .flatMap(energies -> energies.entrySet().stream())
                .filter(entry -> entry.getKey().word().equals(key))
                .map(entry -> entry.getValue().figure().value())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {1: 0.6e-6, 2: 1.0e-6, 4: 1.4e-6, 29: 1.8e-6} | {2: 0.5e-6, 3: 2e-6} | 5.0e-7 | 5.0e-7 | 2.0e-6
        {1: 0.6e-6, 2: 1.0e-6, 4: 1.4e-6, 29: 1.8e-6} | [9e-6, 1e-6, 2e-6]   | 1.0e-6 | 2.0e-6 | 2.0e-6
        {1: 0.6e-6, 2: 1.0e-6, 4: 1.4e-6, 29: 1.8e-6} | {0: 1e-6, 3: 3e-6}   | 1.0e-6 | 1.0e-6 | 3.0e-6
        sync_model: table                             | sync_model: table    | 6.0e-7 | 1.0e-6 | 1.0e-6
        """)
    void theBarrierHoldsFromAPointOn(String from, String to, double one, double two, double three) throws Exception {
        BarrierTicks barrier = (BarrierTicks)
                profile(ArchitectureReader.read(changed(from, to))).cores().timeModel();

        assertEquals(one, BarrierCurve.seconds(barrier, 1).orElseThrow());
        assertEquals(two, BarrierCurve.seconds(barrier, 2).orElseThrow());
        assertEquals(three, BarrierCurve.seconds(barrier, 3).orElseThrow());
    }

    private Path changed(String from, String to) throws Exception {
        String text = Files.readString(resource());
        assertTrue(text.contains(from), from);
        return Files.writeString(folder.resolve("changed.yaml"), text.replace(from, to));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        architecture:              | chip:                     | :2: | found no "architecture"
        width: 8                   | width: 7                  | :12: | found 32 tiles, expected at most 28
        topology: mesh             | topology: torus           | :5: | found "torus", expected mesh
        width: 8                   | width: none               | :6: | found "none", expected a whole number from 1 to 65536
        sync_model: table          | sync_model: guess         | :9: | expected fixed or table
        buffer_position: soma      | buffer_position: dendrite | :17: | expected soma
        buffer_inside_unit: false  | buffer_inside_unit: true  | :17: | expected one before it
        energy_east_hop: 3.0e-12,  | x: 1,                     | :13: | found no "energy_east_hop"
        energy_message_out: 111.0e-12 | energy_message_out: -1 | :45: | expected a number of at least 0
        tile[0..31]                | tile[0..x]                | :12: | expected a number such as 3 or a range
        name: plain                | name: delayed             | :29: | found the unit delayed a second time
        """)
    void whatAProfileCannotSayIsNamedWithItsLine(String from, String to, String line, String message) throws Exception {
        Path file = changed(from.strip(), to.strip());

        InputException refused = assertThrows(InputException.class, () -> ArchitectureReader.read(file));

        String text = refused.getMessage();
        assertEquals(1, text.lines().count(), text);
        assertTrue(text.contains("changed.yaml" + line.strip()), text);
        assertTrue(text.contains(message.strip()), text);
    }
}
