package ganglion.cochlea.inhibition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InhibitionStageTest {

    /** The definition, term by term. */
    @ParameterizedTest
    @CsvSource({"1, 0", "3, 1", "5, 1", "9, 0.4", "15, 1", "41, 0.9"})
    void isTheConvolutionOfTheDefinition(int width, double strength) {
        LateralInhibition inhibition = new LateralInhibition(width, strength);
        double[] kernel = inhibition.kernelFromCentre();
        double[] frame = noise(12);

        double[] sharpened = frame.clone();
        inhibition.start(12).apply(sharpened, 0);

        for (int band = 0; band < 12; band++) {
            double sum = 0;
            for (int other = 0; other < 12; other++) {
                int distance = Math.abs(other - band);
                sum += distance < kernel.length ? kernel[distance] * frame[other] : 0;
            }
            assertEquals(Math.max(0, sum), sharpened[band], 1e-14, "band " + band);
        }
    }

    @Test
    void framesDoNotMix() {
        double[] frames = noise(60);
        InhibitionStage stage = new LateralInhibition(5, 1).start(20);
        double[] third = Arrays.copyOfRange(frames, 40, 60);
        new LateralInhibition(5, 1).start(20).apply(third, 0);

        stage.apply(frames, 0);
        stage.apply(frames, 20);
        stage.apply(frames, 40);

        assertArrayEquals(third, Arrays.copyOfRange(frames, 40, 60));
    }

    @Test
    void onlyTheFrameIsTouched() {
        double[] values = noise(30);
        double[] before = values.clone();

        new LateralInhibition(5, 1).start(10).apply(values, 10);

        assertArrayEquals(Arrays.copyOf(before, 10), Arrays.copyOf(values, 10));
        assertArrayEquals(Arrays.copyOfRange(before, 20, 30), Arrays.copyOfRange(values, 20, 30));
    }

    private static double[] noise(int length) {
        SplittableRandom random = new SplittableRandom(9);
        double[] noise = new double[length];
        Arrays.setAll(noise, i -> random.nextDouble());
        return noise;
    }
}
