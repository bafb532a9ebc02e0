package ganglion.scenario.explore.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.DeviceOutcome.ClipFigures;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.SeedFigures;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ExplorationJsonTest {

    private static final DeviceOutcome FIT = new DeviceOutcome(
            "loihi",
            List.of(),
            10,
            7,
            List.of(new ClipFigures(
                    "a.wav",
                    "a",
                    "",
                    OptionalDouble.of(1.0 / 3),
                    OptionalDouble.of(0.1 + 0.2),
                    OptionalDouble.empty())),
            "B",
            OptionalDouble.of(Math.nextUp(1.5)),
            "spikes",
            1L << 40);

    private static final DeviceOutcome UNFIT = DeviceOutcome.unfit("xylo-audio-2", List.of("takes no numbers"));

    /** As a journal has it: through text. */
    private static <T> T back(Object value, Class<T> type) throws Exception {
        JsonNode read = new ObjectMapper().readTree(ExplorationJson.of(value).toString());
        return ExplorationJson.read(read, type);
    }

    @Test
    void figuresComeBackToTheLastBit() throws Exception {
        RungFigures rung = new RungFigures(27, 3, 10, 8, List.of(FIT, UNFIT));
        SeedFigures tested = new SeedFigures(3, FIT, Optional.of(FIT), 6, 10, 1234, 0);
        SeedFigures untested = new SeedFigures(3, FIT, Optional.empty(), -1, 10, 1234, 1);

        assertEquals(rung, back(rung, RungFigures.class));
        assertEquals(tested, back(tested, SeedFigures.class));
        assertEquals(untested, back(untested, SeedFigures.class));
    }

    @Test
    void whatIsUnknownIsLeftOut() {
        JsonNode clip = ExplorationJson.of(FIT).at("/clips/0");

        assertEquals(1.0 / 3, clip.path("joules").doubleValue());
        assertFalse(clip.has("seconds"), clip::toString);
        assertEquals(0.7, ExplorationJson.of(FIT).path("accuracy").doubleValue());
    }
}
