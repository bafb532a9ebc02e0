package ganglion.cochlea.resample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cochlea.operation.OperationCounts;
import org.junit.jupiter.api.Test;

class ResamplerWorkTest {

    /** Kaiser: (100 - 7.95) / (2.285 pi 0.1 / 2) = 256.5 samples of the input, and a sample at each end: 260 taps. */
    @Test
    void simpleRatiosTakeAProductForEachTap() {
        assertEquals(OperationCounts.NONE.andMultiplyAdds(260), new Resampler(32_000, 16_000).operationsPerSample());
    }

    /** 353.4 samples, 356 taps, and a line between two phases. */
    @Test
    void otherRatiosTakeTwoPhasesAndALineBetweenThem() {
        assertEquals(
                OperationCounts.NONE.andMultiplyAdds(2 * 356 + 3).andDivisions(1),
                new Resampler(44_101, 16_000).operationsPerSample());
    }

    @Test
    void sameRateTakesNothing() {
        assertEquals(OperationCounts.NONE, new Resampler(16_000, 16_000).operationsPerSample());
    }
}
