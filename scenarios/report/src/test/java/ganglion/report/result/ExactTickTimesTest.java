package ganglion.report.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ExactTickTimesTest {

    @Test
    void aTimeIsAsItWasComputed() {
        ProfileSection.ExactTickTimes times =
                ProfileSection.ExactTickTimes.of(new double[] {0.001, 0.001, 0.001, 0.002});

        assertEquals(0.001, times.p50Seconds());
        assertEquals(0.002, times.p90Seconds());
        assertEquals(0.00125, times.meanSeconds(), 1e-18);
    }

    @Test
    void aPercentileIsTheSmallestTimeThatSoManyTicksDoNotExceed() {
        double[] seconds =
                IntStream.rangeClosed(1, 1000).mapToDouble(i -> 1001 - i).toArray();
        ProfileSection.ExactTickTimes times = ProfileSection.ExactTickTimes.of(seconds);

        assertEquals(1, times.minimumSeconds());
        assertEquals(500, times.p50Seconds());
        assertEquals(900, times.p90Seconds());
        assertEquals(990, times.p99Seconds());
        assertEquals(999, times.p999Seconds());
        assertEquals(1000, times.maximumSeconds());
        assertEquals(1001, seconds[0] + seconds[999], "the times stay in the order of the ticks");
        assertEquals(1000, seconds[0]);
    }
}
