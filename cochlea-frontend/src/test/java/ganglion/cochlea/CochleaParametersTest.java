package ganglion.cochlea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.cochlea.CochleaParameters.BandFilters;
import ganglion.cochlea.spectrum.MelParameters;
import ganglion.cochlea.spectrum.PowerScale;
import ganglion.cochlea.spectrum.SpectrumOptions;
import ganglion.cochlea.spectrum.SpectrumOptions.Framing;
import ganglion.cochlea.spectrum.WindowFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CochleaParametersTest {

    private static final CochleaParameters DEFAULT = CochleaParameters.DEFAULT;

    @Test
    void countsTheSamplesOfWindowAndHop() {
        assertEquals(512, DEFAULT.windowSamples());
        assertEquals(32, DEFAULT.hopSamples());
        assertEquals(882, DEFAULT.withFrames(44_100, 0.02, 0.02).hopSamples());
    }

    @Test
    void takesAHopOfDecimalsForWholeSamples() {
        assertEquals(30, DEFAULT.withFrames(10_000, 0.03, 0.003).hopSamples());
    }

    @Test
    void refusesAHopThatIsNoWholeNumberOfSamples() {
        assertEquals(
                "found a hop of 2 ms, which is 88.2 samples at 44.1 kHz, expected a whole number of samples from 1 to"
                        + " 1048576",
                messageFor(() -> DEFAULT.withFrames(44_100, 0.02, 0.002)));
        assertEquals(
                "found a hop of 0 s, which is 0 samples at 16 kHz, expected a whole number of samples from 1 to"
                        + " 1048576",
                messageFor(() -> DEFAULT.withFrames(16_000, 0.02, 0)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -16_000, 99, 4e9, Double.NaN})
    void refusesSampleRatesBeyondReason(double hertz) {
        assertEquals(
                "a sample rate is 100 Hz to 1 MHz, not " + hertz + " Hz",
                messageFor(() -> DEFAULT.withFrames(hertz, 0.032, 0.002)));
    }

    @Test
    void refusesBandsAboveHalfTheSampleRate() {
        assertEquals(
                "mel bands end at half the sample rate, 8000.0 Hz, or below, not at 8001.0 Hz",
                messageFor(() -> DEFAULT.withMel(MelParameters.of(8).withRange(0, 8_001))));
        assertEquals(
                "mel bands start below half the sample rate, 8000.0 Hz, not at 8000.0 Hz",
                messageFor(() -> DEFAULT.withMel(MelParameters.of(8).withRange(8_000, Double.POSITIVE_INFINITY))));
    }

    @Test
    void refusesATransformShorterThanTheWindow() {
        assertEquals(
                "a Fourier transform of 256 samples cannot hold a window of 512",
                messageFor(() -> DEFAULT.withSpectrum(SpectrumOptions.DEFAULT.withFftSize(256))));
    }

    private static String messageFor(org.junit.jupiter.api.function.Executable executable) {
        return assertThrows(IllegalArgumentException.class, executable).getMessage();
    }

    /** 32 ms windows every 2 ms at 16 kHz. */
    @Test
    void theFrameDelayIsAHopOrThePartOfTheWindowThatLiesAhead() {
        CochleaParameters causal = CochleaParameters.DEFAULT;

        assertEquals(0.002, causal.frameDelaySeconds(), 1e-12);
        assertEquals(0.032, framed(Framing.WITHIN).frameDelaySeconds(), 1e-12);
        assertEquals(0.016, framed(Framing.CENTRED).frameDelaySeconds(), 1e-12);
        assertEquals(0.016, framed(Framing.CENTRED_REFLECTED).frameDelaySeconds(), 1e-12);
    }

    @Test
    void gammatoneFiltersLookAtThePastOnly() {
        assertEquals(
                0.002,
                framed(Framing.CENTRED).withFilters(BandFilters.GAMMATONE).frameDelaySeconds(),
                1e-12);
    }

    private static CochleaParameters framed(Framing framing) {
        CochleaParameters parameters = CochleaParameters.DEFAULT;
        SpectrumOptions spectrum = new SpectrumOptions(0, WindowFunction.HANN, framing, PowerScale.FULL_SCALE);
        return parameters.withSpectrum(spectrum);
    }
}
