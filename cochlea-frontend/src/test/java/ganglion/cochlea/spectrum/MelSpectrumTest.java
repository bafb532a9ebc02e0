package ganglion.cochlea.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.cochlea.spectrum.SpectrumOptions.Framing;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MelSpectrumTest {

    private static final int RATE_HERTZ = 16_000;
    private static final int BANDS = 20;

    @ParameterizedTest
    @EnumSource(Framing.class)
    void blocksGiveWhatSingleFramesGive(Framing framing) {
        double[] signal = noise(6_000);
        SpectrumOptions options = SpectrumOptions.DEFAULT.withFftSize(256).withFraming(framing);
        PowerSpectrum single = new PowerSpectrum(200, 37, options);
        MelFilterBank bank = bank(256);
        MelSpectrum blocks = new MelSpectrum(200, 37, options, bank);

        int frames = blocks.frames(signal.length);
        double[] mel = new double[frames * BANDS];
        blocks.compute(signal, 0, frames, mel);

        double[] power = new double[single.bins()];
        double[] expected = new double[BANDS];
        for (int frame = 0; frame < frames; frame++) {
            single.compute(signal, frame, power);
            bank.apply(power, expected, 0);
            double[] found = Arrays.copyOfRange(mel, frame * BANDS, (frame + 1) * BANDS);
            assertArrayEquals(expected, found, 1e-15, "frame " + frame);
        }
    }

    @Test
    void aPartOfTheFramesIsTheSameAsInTheWhole() {
        double[] signal = noise(20_000);
        MelSpectrum spectrum = new MelSpectrum(512, 32, SpectrumOptions.DEFAULT, bank(512));
        double[] whole = new double[spectrum.frames(signal.length) * BANDS];
        spectrum.compute(signal, 0, whole.length / BANDS, whole);

        double[] part = new double[90 * BANDS];
        spectrum.compute(signal, 17, 90, part);

        assertArrayEquals(Arrays.copyOfRange(whole, 17 * BANDS, 107 * BANDS), part);
    }

    @Test
    void refusesABankForOtherSpectra() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new MelSpectrum(512, 32, SpectrumOptions.DEFAULT, bank(256)))
                .getMessage();

        assertEquals("the filter bank is made for 129 frequencies, but the spectra have 257", message);
    }

    private static MelFilterBank bank(int fftSize) {
        return new MelFilterBank(MelParameters.of(BANDS), RATE_HERTZ, fftSize);
    }

    private static double[] noise(int length) {
        SplittableRandom random = new SplittableRandom(8);
        double[] noise = new double[length];
        Arrays.setAll(noise, i -> random.nextDouble() - 0.5);
        return noise;
    }
}
