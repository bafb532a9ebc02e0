package ganglion.report.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ExactTickTimesTest {

    @Test
    void aTimeIsAsItWasComputed() {
        JsonNode times = ExactTickTimes.of(new double[] {0.001, 0.001, 0.001, 0.002});

        assertEquals(0.001, times.path("p50Seconds").asDouble());
        assertEquals(0.002, times.path("p90Seconds").asDouble());
        assertEquals(0.00125, times.path("meanSeconds").asDouble(), 1e-18);
    }

    @Test
    void aPercentileIsTheSmallestTimeThatSoManyTicksDoNotExceed() {
        double[] seconds =
                IntStream.rangeClosed(1, 1000).mapToDouble(i -> 1001 - i).toArray();
        JsonNode times = ExactTickTimes.of(seconds);

        assertEquals(1, times.path("minimumSeconds").asDouble());
        assertEquals(500, times.path("p50Seconds").asDouble());
        assertEquals(900, times.path("p90Seconds").asDouble());
        assertEquals(990, times.path("p99Seconds").asDouble());
        assertEquals(999, times.path("p999Seconds").asDouble());
        assertEquals(1000, times.path("maximumSeconds").asDouble());
        assertEquals(1001, seconds[0] + seconds[999], "the times stay in the order of the ticks");
        assertEquals(1000, seconds[0]);
    }
}
