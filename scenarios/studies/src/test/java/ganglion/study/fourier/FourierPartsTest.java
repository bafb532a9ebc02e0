package ganglion.study.fourier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.random.CounterRandom;
import ganglion.learning.reference.layer.LayerParameters;
import ganglion.study.fourier.FourierTransformTask.Spectrum;
import ganglion.study.fourier.ToneAmplitudeTask.Accuracy;
import ganglion.study.fourier.ToneAmplitudeTask.AmplitudeErrors;
import ganglion.study.fourier.ToneAmplitudeTask.LeastSquares;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parts of the studies on frequencies, each against a table or a number that is known otherwise. */
class FourierPartsTest {

    private static final double EXACT = 1e-12;

    @Test
    void aFrameStaysAsItWas() {
        double[] frame = {1, 2, 3, 4};

        new Spectrum(4).of(frame);

        assertArrayEquals(new double[] {1, 2, 3, 4}, frame);
    }

    @Test
    void firstWeightsAreUniformWithinTheirBound() {
        LayerParameters parameters = FirstWeights.withBias(100, 50, new CounterRandom(1));
        double[] weights = parameters.values().get(0);
        double[] biases = parameters.values().get(1);

        assertEquals(5000, weights.length);
        assertTrue(Arrays.stream(weights).allMatch(weight -> Math.abs(weight) <= 0.1));
        assertEquals(0, Arrays.stream(weights).average().orElseThrow(), 0.003);
        assertEquals(
                0.1 / Math.sqrt(3),
                Math.sqrt(Arrays.stream(weights).map(w -> w * w).average().orElseThrow()),
                0.002);
        assertArrayEquals(new double[50], biases);
    }

    private static ToneMixtures mixtures(boolean phases, int others) {
        return new ToneMixtures(new CounterRandom(3), 64, phases, others);
    }

    @Test
    void leastSquaresFindsAReadOutThatExists() {
        ToneMixtures mixtures = mixtures(false, 0);

        LeastSquares fit = LeastSquares.fit(mixtures, 60, frame -> amplitudesOf(mixtures, frame));
        double[] found = fit.apply(new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9});

        assertArrayEquals(new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9}, found, 1e-6);
    }

    /** The amplitudes of the mixture of a frame, as features: the read-out is the identity. */
    private static double[] amplitudesOf(ToneMixtures mixtures, double[] frame) {
        for (int number = 0; number < 60; number++) {
            if (Arrays.equals(mixtures.at(number).frame(), frame)) {
                return mixtures.at(number).amplitudes();
            }
        }
        throw new AssertionError("an unknown frame");
    }

    @Test
    void errorsJustBeyondThreeDecimalsAreNotExact() {
        ToneMixtures mixtures = mixtures(true, 0);

        Accuracy near = AmplitudeErrors.of(mixtures, 20, frame -> trueAmplitudes(mixtures, frame, 0.0004));
        Accuracy far = AmplitudeErrors.of(mixtures, 20, frame -> trueAmplitudes(mixtures, frame, 0.0006));

        assertEquals(0.0004, near.meanError(), 1e-9);
        assertEquals(1, near.exactShare());
        assertEquals(0, far.exactShare());
    }

    private static double[] trueAmplitudes(ToneMixtures mixtures, double[] frame, double error) {
        for (int number = 0; number < 20; number++) {
            if (Arrays.equals(mixtures.at(number).frame(), frame)) {
                return Arrays.stream(mixtures.at(number).amplitudes())
                        .map(a -> a + error)
                        .toArray();
            }
        }
        throw new AssertionError("an unknown frame");
    }

    @Test
    void amplitudesAreUniform() {
        ToneMixtures mixtures = mixtures(false, 0);
        double sum = 0;
        for (int number = 0; number < 300; number++) {
            for (double amplitude : mixtures.at(number).amplitudes()) {
                assertTrue(amplitude >= 0 && amplitude < 1);
                sum += amplitude;
            }
        }

        assertEquals(0.5, sum / 300 / 9, 0.02);
    }

    @Test
    void tonesWithoutPhasesAllStartAtZero() {
        assertEquals(0, mixtures(false, 3).at(5).frame()[0], EXACT);
        assertNotEquals(0, mixtures(true, 0).at(5).frame()[0], 1e-6);
    }

    @Test
    void theBestEpochIsTheFirstWithTheLargestExactShare() {
        ToneAmplitudeTask.Result result = new ToneAmplitudeTask.Result(
                List.of(new Accuracy(0.3, 0.1), new Accuracy(0.2, 0.5), new Accuracy(0.1, 0.5)),
                new Accuracy(0, 1),
                1e-9);

        assertEquals(2, result.bestEpoch());
        assertEquals(0.2, result.best().meanError());
    }

    @Test
    void theEpochThatReachesALossIsTheFirstBelowIt() {
        FourierTransformTask.Result result =
                new FourierTransformTask.Result(List.of(1.0, 0.1, 0.01), 0.5, new LearnedTransform(2, null));

        assertEquals(2, result.epochsToReach(0.5));
        assertEquals(3, result.epochsToReach(0.1), "a loss that is equal is not below");
        assertEquals(0, result.epochsToReach(0.001));
        assertEquals(4, result.layer().outputs());
    }
}
