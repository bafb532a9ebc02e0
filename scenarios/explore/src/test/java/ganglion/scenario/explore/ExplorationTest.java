package ganglion.scenario.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.scenario.explore.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplorationTest {

    private static Optional<String> toBeat(FrontPoint... byHand) {
        return new Exploration.Points(List.of(byHand), List.of(), List.of())
                .toBeat("loihi")
                .map(FrontPoint::name);
    }

    /** A network with several seeds. For each seed: right decisions among 10 samples of the validation set. */
    private static FrontPoint point(String name, String profile, double joules, int... correct) {
        List<SeedFigures> seeds = new ArrayList<>();
        for (int right : correct) {
            int tested = 10 - right; // what is worse in validation is better on the test set, which must not count
            seeds.add(new SeedFigures(
                    seeds.size(),
                    outcome(profile, right, joules),
                    outcome(profile, tested, 1 / joules),
                    5,
                    10,
                    100,
                    0));
        }
        return new FrontPoint(name, 0, profile, Configuration.ofOther(name), seeds, false, "");
    }

    private static DeviceOutcome outcome(String profile, int correct, double joules) {
        DeviceOutcome.ClipFigures clip = new DeviceOutcome.ClipFigures("a.wav", "a", "a", joules);
        return new DeviceOutcome(profile, List.of(), 10, correct, List.of(clip), "A", 0, "spikes");
    }

    @Test
    void theNetworkToBeatIsTheMostAccurateOverTheSeedsInValidation() {
        FrontPoint best = point("best", "loihi", 9, 7, 7, 7);
        FrontPoint spread = point("spread", "loihi", 1, 10, 5, 5);
        FrontPoint elsewhere = point("elsewhere", "stm32u575", 1, 10, 10, 10);

        assertEquals(Optional.of("best"), toBeat(spread, best, elsewhere));
        assertEquals(Optional.empty(), toBeat(elsewhere));
    }

    @Test
    void ofEquallyAccurateOnesItTakesLessEnergyInValidation() {
        FrontPoint large = point("large", "loihi", 3, 6, 8);
        FrontPoint small = point("small", "loihi", 2, 8, 6);

        assertEquals(Optional.of("small"), toBeat(large, small));
        assertEquals(Optional.of("small"), toBeat(small, large));
    }
}
