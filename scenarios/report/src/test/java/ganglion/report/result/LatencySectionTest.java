package ganglion.report.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatencySectionTest {

    @Test
    void readsPercentilesOfAUniformDistribution() {
        Histogram histogram = new Histogram(3);
        for (int microseconds = 1; microseconds <= 10_000; microseconds++) {
            histogram.recordValue(microseconds * 1000L);
        }

        JsonNode section = LatencySection.of(histogram);

        assertEquals(5e-3, section.path("p50Seconds").asDouble(), 5e-6);
        assertEquals(9.9e-3, section.path("p99Seconds").asDouble(), 1e-5);
        assertEquals(9.99e-3, section.path("p999Seconds").asDouble(), 1e-5);
        assertEquals(10e-3, section.path("maximumSeconds").asDouble(), 1e-5);
        assertEquals(5e-3, section.path("meanSeconds").asDouble(), 1e-5);
    }

    @Test
    void drawsACurveThatNeverFallsAndEndsWhereTheValuesDo() {
        Histogram histogram = new Histogram(3);
        for (int i = 0; i < 1000; i++) {
            histogram.recordValue(1_000 + i * i);
        }

        JsonNode curve = LatencySection.of(histogram).path("curve");

        assertEquals(0, curve.get(0).path("percentile").asDouble());
        assertEquals(99.9, curve.get(curve.size() - 1).path("percentile").asDouble(), 1e-9);
        for (int i = 1; i < curve.size(); i++) {
            assertTrue(curve.get(i).path("percentile").asDouble()
                    > curve.get(i - 1).path("percentile").asDouble());
            assertTrue(curve.get(i).path("seconds").asDouble()
                    >= curve.get(i - 1).path("seconds").asDouble());
        }
    }

    @Test
    void saysNothingOfAnEmptyHistogramButThatItIsEmpty() {
        JsonNode section = LatencySection.of(new Histogram(3));

        assertEquals(0, section.path("count").asInt());
        assertFalse(section.has("p50Seconds"));
        assertFalse(section.has("file"));
    }
}
