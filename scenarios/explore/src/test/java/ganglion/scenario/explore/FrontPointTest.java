package ganglion.scenario.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.scenario.explore.DeviceOutcome.ClipFigures;
import ganglion.scenario.explore.space.Configuration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontPointTest {

    private static SeedFigures seed(long seed, int correct, double joules) {
        ClipFigures clip = new ClipFigures("a.wav", "a", "a", joules);
        DeviceOutcome validation = new DeviceOutcome("loihi", List.of(), 10, correct, List.of(clip), "A", 0, "spikes");
        return new SeedFigures(seed, validation, validation, 5, 0, 0, 0);
    }

    private static long saved(SeedFigures... seeds) {
        return new FrontPoint("p", 1, "loihi", Configuration.AS_IT_IS, List.of(seeds), true, "s")
                .saved()
                .seed();
    }

    @Test
    void ofSeedsThatAreEquallyAccurateTheOneThatTakesLeastEnergyIsSaved() {
        assertEquals(2, saved(seed(1, 9, 1), seed(2, 10, 3), seed(3, 10, 4)));
        assertEquals(3, saved(seed(1, 10, 5), seed(2, 10, 5), seed(3, 10, 4)));
        assertEquals(1, saved(seed(1, 10, 5), seed(2, 10, 5)));
    }
}
