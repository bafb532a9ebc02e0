package ganglion.cochlea.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.cochlea.spectrum.SpectrumOptions.Framing;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowerSpectrumTest {

    @ParameterizedTest
    @ValueSource(ints = {16, 512, 882, 1106})
    void equalsTheDefinition(int size) {
        double[] signal = noise(size, 2);
        double[] power = powers(signal, size, WindowFunction.RECTANGULAR, PowerScale.UNSCALED);

        for (int bin = 0; bin <= size / 2; bin += 7) {
            double real = 0;
            double imaginary = 0;
            for (int k = 0; k < size; k++) {
                real += signal[k] * Math.cos(2 * Math.PI * bin * k / size);
                imaginary -= signal[k] * Math.sin(2 * Math.PI * bin * k / size);
            }
            assertEquals(real * real + imaginary * imaginary, power[bin], 1e-9 * size);
        }
    }

    @ParameterizedTest
    @CsvSource({"HANN, 512", "HAMMING, 512", "RECTANGULAR, 512", "HANN, 1024", "HANN, 882"})
    void fullScaleSineOnABinPeaksAtOne(WindowFunction window, int size) {
        double[] sine = new double[size];
        Arrays.setAll(sine, k -> Math.sin(2 * Math.PI * 20 * k / size));

        double[] power = powers(sine, size, window, PowerScale.FULL_SCALE);

        assertEquals(1, power[20], 1e-12);
        assertEquals(1, Arrays.stream(power).max().orElseThrow(), 1e-12);
    }

    @Test
    void causalFramesSeeNothingOfTheFuture() {
        double[] signal = noise(1000, 4);
        double[] future = signal.clone();
        Arrays.fill(future, 330, 1000, 99);
        PowerSpectrum spectrum = new PowerSpectrum(64, 10, SpectrumOptions.DEFAULT);
        double[] first = new double[spectrum.bins()];
        double[] second = new double[spectrum.bins()];

        assertEquals(100, spectrum.frames(1000));
        for (int frame = 0; frame <= 32; frame++) {
            spectrum.compute(signal, frame, first);
            spectrum.compute(future, frame, second);
            assertArrayEquals(first, second);
        }
        spectrum.compute(signal, 33, first);
        spectrum.compute(future, 33, second);
        assertNotClose(first, second);
    }

    @Test
    void causalFrameEndsWithItsHop() {
        double[] signal = noise(1000, 5);
        PowerSpectrum causal = new PowerSpectrum(64, 16, SpectrumOptions.DEFAULT);
        PowerSpectrum within = new PowerSpectrum(64, 16, SpectrumOptions.DEFAULT.withFraming(Framing.WITHIN));
        double[] first = new double[33];
        double[] second = new double[33];

        // Frame 3 ends at sample 64, as the first frame within does.
        causal.compute(signal, 3, first);
        within.compute(signal, 0, second);

        assertArrayEquals(second, first);
    }

    @Test
    void countsFramesAtTheEdges() {
        PowerSpectrum causal = new PowerSpectrum(64, 16, SpectrumOptions.DEFAULT);
        PowerSpectrum within = new PowerSpectrum(64, 16, SpectrumOptions.DEFAULT.withFraming(Framing.WITHIN));
        PowerSpectrum centred = new PowerSpectrum(64, 16, SpectrumOptions.DEFAULT.withFraming(Framing.CENTRED));

        assertArrayEquals(new int[] {0, 0, 1, 4}, counts(causal, 0, 15, 16, 64));
        assertArrayEquals(new int[] {0, 0, 1, 1, 2}, counts(within, 0, 63, 64, 79, 80));
        assertArrayEquals(new int[] {0, 1, 1, 2}, counts(centred, 0, 1, 15, 16));
    }

    @Test
    void mirrorsSignalsShorterThanAFrame() {
        PowerSpectrum spectrum = new PowerSpectrum(
                16,
                4,
                new SpectrumOptions(0, WindowFunction.RECTANGULAR, Framing.CENTRED_REFLECTED, PowerScale.UNSCALED));
        double[] power = new double[9];

        spectrum.compute(new double[] {0.5}, 0, power);

        // One sample mirrored without end is a constant.
        assertEquals(64, power[0], 1e-12);
        assertEquals(0, power[1], 1e-12);
    }

    @Test
    void refusesATransformShorterThanTheWindow() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new PowerSpectrum(64, 16, SpectrumOptions.DEFAULT.withFftSize(32)));
        assertThrows(IllegalArgumentException.class, () -> SpectrumOptions.DEFAULT.withFftSize(33));
    }

    private static int[] counts(PowerSpectrum spectrum, int... lengths) {
        return Arrays.stream(lengths).map(spectrum::frames).toArray();
    }

    private static void assertNotClose(double[] first, double[] second) {
        double difference = 0;
        for (int i = 0; i < first.length; i++) {
            difference = Math.max(difference, Math.abs(first[i] - second[i]));
        }
        assertEquals(true, difference > 1e-3);
    }

    private static double[] powers(double[] signal, int size, WindowFunction window, PowerScale scale) {
        PowerSpectrum spectrum = new PowerSpectrum(size, 1, new SpectrumOptions(0, window, Framing.WITHIN, scale));
        double[] power = new double[spectrum.bins()];
        spectrum.compute(signal, 0, power);
        return power;
    }

    private static double[] noise(int length, long seed) {
        Random random = new Random(seed);
        double[] samples = new double[length];
        Arrays.setAll(samples, k -> random.nextDouble() - 0.5);
        return samples;
    }
}
