package ganglion.cochlea.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerStreamTest {

    @ParameterizedTest
    @CsvSource({
        "44100, 16000, 20000, 1", "44100, 16000, 20011, 4096", "48000, 16000, 9999, 77", "8000, 16000, 5000, 333",
        "16000, 44100, 3000, 10000", "22050, 16000, 1, 1", "44100, 16000, 17, 5", "44100.5, 16000, 3000, 100",
        "1000000, 100, 50000, 999", "100, 1000000, 3, 1"
    })
    void givesWhatTheWholeGives(double inputHertz, double outputHertz, int length, int piece) {
        double[] input = noise(length);
        Resampler resampler = new Resampler(inputHertz, outputHertz);

        double[] whole = resampler.resample(input);

        double[] streamed = new double[whole.length + 10];
        int[] count = new int[1];
        Resampler.Stream stream = resampler.start(sample -> streamed[count[0]++] = sample);
        for (int i = 0; i < length; i += piece) {
            stream.accept(input, i, Math.min(piece, length - i));
        }
        stream.finish();
        assertEquals(whole.length, count[0]);
        assertArrayEquals(whole, Arrays.copyOf(streamed, count[0]));
    }

    @Test
    void samplesComeAsSoonAsTheyCan() {
        Resampler resampler = new Resampler(48_000, 16_000);
        int[] count = new int[1];
        Resampler.Stream stream = resampler.start(sample -> count[0]++);

        for (int received = 1; received <= 5_000; received++) {
            stream.accept(new double[1], 0, 1);
            // Output k stands for the moment of input 3 k and needs the inputs up to 3 k + delay.
            int expected = Math.max(0, (received - 1 - resampler.delaySamples()) / 3 + 1);
            assertEquals(received > resampler.delaySamples() ? expected : 0, count[0], "after " + received);
        }
        assertTrue(count[0] > 1500);
    }

    @Test
    void theLastOneAskedForIsKept() {
        Resampler first = Resampler.between(32_000, 16_000);

        assertSame(first, Resampler.between(32_000, 16_000));
        assertEquals(2_000, Resampler.between(16_000, 32_000).resample(new double[1_000]).length);
    }

    private static double[] noise(int length) {
        SplittableRandom random = new SplittableRandom(6);
        double[] noise = new double[length];
        Arrays.setAll(noise, i -> random.nextDouble() - 0.5);
        return noise;
    }
}
