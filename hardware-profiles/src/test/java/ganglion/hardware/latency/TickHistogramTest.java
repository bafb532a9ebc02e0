package ganglion.hardware.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.latency.SpikeLatency.TickHistogram;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TickHistogramTest {

    @Test
    void countsInNanosecondsToThreeDigits() {
        Histogram histogram = TickHistogram.of(new double[] {1e-6, 1e-6, 2.5e-3});

        assertEquals(3, histogram.getTotalCount());
        assertEquals(2, histogram.getCountAtValue(1000));
        assertEquals(2.5e6, histogram.getMaxValue(), 2.5e3);
    }

    @Test
    void roundsToTheNearestNanosecond() {
        Histogram histogram = TickHistogram.of(new double[] {0.4e-9, 0.6e-9});

        assertEquals(1, histogram.getCountAtValue(0));
        assertEquals(1, histogram.getCountAtValue(1));
        assertEquals(0, TickHistogram.of(new double[0]).getTotalCount());
    }
}
