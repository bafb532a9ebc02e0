package ganglion.cochlea.encode;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.cochlea.encode.LifEncoder.LifReset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The smallest and the largest number that each encoder takes, and the next ones, which it refuses. */
class EncoderLimitsTest {

    /** Frames of the longest window for first spikes. */
    private static final int LONGEST = 1 << 20;

    /** Most neurons per band of population coding. */
    private static final int MOST = 1024;

    private static Executable firstSpike(int window, double threshold) {
        return () -> new FirstSpikeEncoder(window, threshold);
    }

    private static Executable lif(double beta, double threshold) {
        return () -> new LifEncoder(beta, threshold, false, LifReset.ZERO);
    }

    private static Executable phaseLocked(double threshold, int refractoryFrames) {
        return () -> new PhaseLockedEncoder(threshold, refractoryFrames);
    }

    private static Executable population(int neurons) {
        return () -> new PopulationEncoder(neurons);
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of(firstSpike(2, 0), firstSpike(1, 0)),
                Arguments.of(firstSpike(LONGEST, 1), firstSpike(LONGEST + 1, 1)),
                Arguments.of(firstSpike(9, 0), firstSpike(9, Math.nextDown(0.0))),
                Arguments.of(firstSpike(9, 1), firstSpike(9, Math.nextUp(1.0))),
                Arguments.of(lif(0, 1), lif(Math.nextDown(0.0), 1)),
                Arguments.of(lif(1, 1), lif(Math.nextUp(1.0), 1)),
                Arguments.of(lif(0.5, Double.MIN_VALUE), lif(0.5, 0)),
                Arguments.of(lif(0.5, Double.MAX_VALUE), lif(0.5, Double.POSITIVE_INFINITY)),
                Arguments.of(phaseLocked(0, 0), phaseLocked(Math.nextDown(0.0), 0)),
                Arguments.of(phaseLocked(Double.MAX_VALUE, 0), phaseLocked(Double.POSITIVE_INFINITY, 0)),
                Arguments.of(phaseLocked(0, 0), phaseLocked(0, -1)),
                Arguments.of(phaseLocked(0, 0), phaseLocked(Double.NaN, 0)),
                Arguments.of(population(2), population(1)),
                Arguments.of(population(MOST), population(MOST + 1)));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void takesTheLastNumberOfEachRangeAndNotTheNext(Executable last, Executable next) {
        assertDoesNotThrow(last);
        assertThrows(IllegalArgumentException.class, next);
    }

    /** Inputs of one document must not share their random numbers; nor one input those of two documents. */
    @Test
    void drawsOtherNumbersForEachInputAndEachDocumentSeed() {
        EncoderSeed left = EncoderSeed.of(7, "left");

        assertEquals(left, EncoderSeed.of(7, "left"));
        assertNotEquals(left, EncoderSeed.of(7, "right"));
        assertNotEquals(left, EncoderSeed.of(8, "left"));
        assertNotEquals(new EncoderSeed(7), left);
    }
}
