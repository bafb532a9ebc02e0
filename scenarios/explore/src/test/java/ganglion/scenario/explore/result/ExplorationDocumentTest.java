package ganglion.scenario.explore.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.SeedFigures;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ExplorationDocumentTest {

    private static final DeviceOutcome GOOD = new DeviceOutcome(
            "loihi",
            List.of(),
            40,
            33,
            List.of(
                    new DeviceOutcome.ClipFigures(
                            "a.wav",
                            "low",
                            "low",
                            OptionalDouble.of(1.1e-6 / 3),
                            OptionalDouble.of(2e-6),
                            OptionalDouble.empty()),
                    new DeviceOutcome.ClipFigures(
                            "b.wav",
                            "high",
                            "",
                            OptionalDouble.of(3e-6),
                            OptionalDouble.of(3e-6),
                            OptionalDouble.of(0.1))),
            "A",
            OptionalDouble.of(1.6),
            "spikes",
            1234);

    @Test
    void figuresComeBackToTheLastBit() throws Exception {
        RungFigures rung =
                new RungFigures(9, 1, 40, 35, List.of(GOOD, DeviceOutcome.unfit("xylo-audio-2", List.of("16 inputs"))));
        SeedFigures seed = new SeedFigures(2, GOOD, Optional.of(GOOD), 20, 40, 1000, 0);
        SeedFigures untested = new SeedFigures(2, GOOD, Optional.empty(), -1, 40, 1000, 3);
        ObjectMapper mapper = new ObjectMapper();

        assertEquals(rung, FiguresJson.rung(mapper.readTree(FiguresJson.of(rung).toString())));
        assertEquals(seed, FiguresJson.seed(mapper.readTree(FiguresJson.of(seed).toString())));
        assertEquals(
                untested,
                FiguresJson.seed(mapper.readTree(FiguresJson.of(untested).toString())));
    }

    @Test
    void aMeanIsKnownIfAllAre() {
        assertEquals((1.1e-6 / 3 + 3e-6) / 2, GOOD.joules().orElseThrow());
        assertEquals(OptionalDouble.empty(), GOOD.seconds());
        assertEquals(0.825, GOOD.accuracy());
    }

    @Test
    void theSpreadIsThatOfASample() {
        assertEquals(1, FrontPoint.deviation(1, 2, 3), 1e-12);
        assertEquals(0, FrontPoint.deviation(5));
    }
}
