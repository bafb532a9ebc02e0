package ganglion.cli.verb.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLogTest {

    private final List<String> lines = new ArrayList<>();
    private double now = 5;
    private final ProgressLog log = new ProgressLog("tones", lines::add, () -> now);

    @Test
    void aLineIsPrintedAfterEachRoundAndHalfAMinuteWithoutOne() {
        log.advanced("trials 1 to 3, 2 epochs", 0.129, OptionalDouble.empty());
        log.detail("0 of 3 trained");
        now += 29;
        log.detail("1 of 3 trained");
        assertEquals(List.of(), lines);

        now += 1;
        log.advanced("trials 1 to 3, 2 epochs", 0.2, OptionalDouble.of(400));
        log.detail("2 of 3 trained");
        log.detail("2 of 3 trained");
        assertEquals(List.of("tones: 20 % done, about 7 min left; trials 1 to 3, 2 epochs, 2 of 3 trained"), lines);

        now += 20;
        lines.clear();
        log.round(List.of("3 networks trained", "  loihi: 80.0 % at 1 uJ"));
        now += 20;
        log.detail("3 of 3 trained");
        assertEquals(
                List.of("tones: 20 % done, about 7 min left; 3 networks trained", "  loihi: 80.0 % at 1 uJ"), lines);
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0 s", "89, 89 s", "91, 2 min", "5300, 88 min", "5400, 1.5 h", "86400, 24.0 h"})
    void whatIsLeftIsToldInAUnitThatSuits(double seconds, String told) {
        assertEquals(", about " + told + " left", ProgressLog.left(OptionalDouble.of(seconds)));
    }
}
