package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.hardware.estimate.Battery;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatteryTest {

    private static final String COIN_CELL = ScenarioFolderFixture.BASE + "battery: {capacity: 230 mAh, voltage: 3 V}\n";

    @TempDir
    private Path folder;

    private ScenarioFolderFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new ScenarioFolderFixture(folder);
    }

    private Optional<Battery> read(String content) throws InputException {
        return fixture.read(content).battery();
    }

    @Test
    void holdsItsCapacityAtItsVoltage() throws InputException {
        Battery battery = read(COIN_CELL).orElseThrow();

        assertEquals(new Battery(0.23, 3), battery);
        assertEquals(0.23 * 3600 * 3, battery.joules(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{capacity: 230 mAh} | /battery: found no \"voltage\", which is required",
                "{capacity: 230 mAh, voltage: 3} | /battery/voltage: found 3, expected a voltage such as 0.75 V",
                "{capacity: 230 mW, voltage: 3 V} | /battery/capacity: found \"230 mW\", expected a charge such as 230 mAh (Ah, mAh)",
                "{capacity: 0 mAh, voltage: 3 V} | /battery/capacity: found \"0 mAh\", expected more than 0",
                "{capacity: 1 Ah, voltage: 3 V, cells: 2} | /battery/cells: found the unknown key \"cells\", expected one of capacity, voltage",
            })
    void sayingWhatCannotBeIsAProblemAtItsPlace(String battery, String expected) {
        List<String> problems = fixture.problems(ScenarioFolderFixture.BASE + "battery: " + battery + "\n");

        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).contains(": " + expected), problems::toString);
    }
}
