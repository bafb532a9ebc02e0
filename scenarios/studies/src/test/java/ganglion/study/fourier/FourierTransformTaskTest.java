package ganglion.study.fourier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.random.CounterRandom;
import ganglion.study.fourier.FourierTransformTask.Result;
import ganglion.study.fourier.FourierTransformTask.SignedLogarithm;
import ganglion.study.fourier.FourierTransformTask.Spectrum;
import ganglion.study.fourier.FourierTransformTask.WhiteNoise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTransformTaskTest {

    private static Result learn(long seed, int epochs) {
        return new FourierTransformTask(seed, 16, epochs, 1000, 20, 1).run(loss -> {});
    }

    @Test
    void aLinearLayerBecomesTheTransformToMachinePrecision() {
        Result result = learn(1, 12);

        assertTrue(result.losses().get(11) < 1e-24, () -> "loss " + result.losses());
        assertTrue(result.largestError() < 1e-11, () -> "error " + result.largestError());
        int reached = result.epochsToReach(1e-6);
        assertTrue(reached >= 1 && reached < 12, "reached after " + reached);
        assertTrue(result.losses().get(reached - 1) < 1e-6);
        assertEquals(0, result.epochsToReach(0));
    }

    @Test
    void whatItLearnsIsTheTransformOfFramesUnlikeNoise() {
        LearnedTransform learned = learn(2, 12).layer();
        double[] cosine = new double[16];
        for (int i = 0; i < 16; i++) {
            cosine[i] = Math.cos(2 * Math.PI * 3 * i / 16);
        }

        double[] spectrum = learned.of(cosine);

        assertEquals(18, spectrum.length);
        for (int k = 0; k < spectrum.length; k++) {
            assertEquals(k == 3 ? 8 : 0, spectrum[k], 1e-10, "output " + k);
        }
    }

    @Test
    void theSameSeedLearnsTheSameAndIsToldEachEpoch() {
        List<Double> told = new ArrayList<>();
        Result result = new FourierTransformTask(3, 16, 2, 200, 20, 1).run(told::add);

        assertEquals(result.losses(), told);
        assertEquals(
                told,
                new FourierTransformTask(3, 16, 2, 200, 20, 1).run(l -> {}).losses());
        assertTrue(!told.equals(
                new FourierTransformTask(4, 16, 2, 200, 20, 1).run(l -> {}).losses()));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 64})
    void theTargetIsTheDefinitionOfTheTransform(int size) {
        double[] frame = new WhiteNoise(new CounterRandom(5), size).frame(7);
        double[] expected = new double[size + 2];
        for (int k = 0; k <= size / 2; k++) {
            for (int i = 0; i < size; i++) {
                expected[k] += frame[i] * Math.cos(2 * Math.PI * k * i / size);
                expected[size / 2 + 1 + k] -= frame[i] * Math.sin(2 * Math.PI * k * i / size);
            }
        }

        assertArrayEquals(expected, new Spectrum(size).of(frame), 1e-12 * size);
    }

    @Test
    void theLogarithmKeepsTheSignAndItsSlopeIsItsDerivative() {
        assertEquals(-SignedLogarithm.of(2.5), SignedLogarithm.of(-2.5));
        assertEquals(Math.log(3.5), SignedLogarithm.of(2.5), 1e-15);
        assertEquals(0, SignedLogarithm.of(0));
        for (double x : new double[] {-40, -1, -0.1, 0.2, 3}) {
            double difference = (SignedLogarithm.of(x + 1e-6) - SignedLogarithm.of(x - 1e-6)) / 2e-6;
            assertEquals(difference, SignedLogarithm.slope(x), 1e-8);
        }
    }

    @Test
    void noiseIsWhiteAndWithinItsBounds() {
        WhiteNoise noise = new WhiteNoise(new CounterRandom(6), 100);
        double sum = 0;
        double squares = 0;
        double neighbours = 0;
        for (int number = 0; number < 1000; number++) {
            double[] frame = noise.frame(number);
            for (int i = 0; i < 100; i++) {
                assertTrue(Math.abs(frame[i]) <= 1);
                sum += frame[i] / 1e5;
                squares += frame[i] * frame[i] / 1e5;
                neighbours += frame[i] * frame[(i + 1) % 100] / 1e5;
            }
        }
        assertEquals(0, sum, 0.01);
        assertEquals(1.0 / 3, squares, 0.01);
        assertEquals(0, neighbours, 0.01);
    }
}
