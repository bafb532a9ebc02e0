package ganglion.scenario.explore.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.estimate.Boundary;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.DeviceOutcome.ClipFigures;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.Search;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialOrderTest {

    private static DeviceOutcome on(String profile, int correct, double joules) {
        ClipFigures clip = new ClipFigures("a.wav", "a", "a", joules);
        return new DeviceOutcome(profile, List.of(), 10, correct, List.of(clip), "A", 0, "spikes");
    }

    private static RungFigures rung(DeviceOutcome... devices) {
        return new RungFigures(3, 1, 10, 5, List.of(devices));
    }

    private static TrialOrder order(double leastAccuracy, double mostJoules) {
        return new TrialOrder(new Search.Goal(
                List.of("a"), new Search.EnergyMeasure(Boundary.MARGINAL, false), leastAccuracy, mostJoules, 4));
    }

    @Test
    void whatMissesALimitComesAfterAllThatKeepIt() {
        assertEquals(
                List.of(2, 1, 0),
                order(0.45, 2.5).of(List.of(rung(on("a", 10, 4)), rung(on("a", 4, 1)), rung(on("a", 5, 2)))));
    }

    @Test
    void devicesTakeTurnsSoThatEachHasNetworksThatGoOn() {
        DeviceOutcome unfit = DeviceOutcome.unfit("b", List.of("too large"));

        assertEquals(
                List.of(2, 3, 0, 1),
                order(0, Double.MAX_VALUE)
                        .of(List.of(
                                rung(on("a", 8, 2), unfit),
                                rung(on("a", 7, 3), unfit),
                                rung(on("a", 9, 1), unfit),
                                rung(on("a", 4, 4), on("b", 4, 8)))));
    }

    @Test
    void whatFitsNoDeviceIsLast() {
        DeviceOutcome unfit = DeviceOutcome.unfit("a", List.of("too large"));

        assertEquals(List.of(1, 0), order(0, Double.MAX_VALUE).of(List.of(rung(unfit), rung(on("a", 1, 9)))));
    }
}
