package ganglion.scenario.explore.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.DeviceOutcome.ClipFigures;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.SearchObjective;
import ganglion.scenario.explore.Wish;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TrialOrderTest {

    private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

    private static DeviceOutcome on(String profile, int correct, double joules, OptionalDouble seconds) {
        OptionalDouble energy = OptionalDouble.of(joules);
        ClipFigures clip = new ClipFigures("a.wav", "a", "a", energy, energy, seconds);
        return new DeviceOutcome(profile, List.of(), 10, correct, List.of(clip), "A", UNKNOWN, "spikes", 1);
    }

    private static RungFigures rung(DeviceOutcome... devices) {
        return new RungFigures(3, 1, 10, 5, List.of(devices));
    }

    private static Wish wish(SearchObjective objective, OptionalDouble limit) {
        return new Wish(objective, limit);
    }

    @Test
    void whatIsUnknownKeepsNoLimit() {
        TrialOrder order = new TrialOrder(List.of(
                wish(SearchObjective.ACCURACY, UNKNOWN),
                wish(SearchObjective.ENERGY, UNKNOWN),
                wish(SearchObjective.LATENCY, OptionalDouble.of(1))));

        assertEquals(
                List.of(2, 1, 0),
                order.of(List.of(
                        rung(on("a", 10, 1, UNKNOWN)),
                        rung(on("a", 5, 2, OptionalDouble.of(3))),
                        rung(on("a", 4, 3, OptionalDouble.of(0.5))))));
    }

    @Test
    void devicesTakeTurnsSoThatEachHasNetworksThatGoOn() {
        TrialOrder order =
                new TrialOrder(List.of(wish(SearchObjective.ACCURACY, UNKNOWN), wish(SearchObjective.ENERGY, UNKNOWN)));
        DeviceOutcome unfit = DeviceOutcome.unfit("b", List.of("too large"));

        assertEquals(
                List.of(2, 3, 0, 1),
                order.of(List.of(
                        rung(on("a", 8, 2, UNKNOWN), unfit),
                        rung(on("a", 7, 3, UNKNOWN), unfit),
                        rung(on("a", 9, 1, UNKNOWN), unfit),
                        rung(on("a", 4, 4, UNKNOWN), on("b", 4, 8, UNKNOWN)))));
    }

    @Test
    void whatFitsNoDeviceIsLast() {
        DeviceOutcome unfit = DeviceOutcome.unfit("a", List.of("too large"));

        assertEquals(
                List.of(1, 0),
                new TrialOrder(List.of(wish(SearchObjective.ACCURACY, UNKNOWN)))
                        .of(List.of(rung(unfit), rung(on("a", 1, 9, UNKNOWN)))));
    }
}
