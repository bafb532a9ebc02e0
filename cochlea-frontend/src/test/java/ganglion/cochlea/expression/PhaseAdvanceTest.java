package ganglion.cochlea.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cochlea.expression.Tones.Partial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhaseAdvanceTest {

    private static PhaseAdvance spectra(double[] samples, int frames) {
        PhaseAdvance spectra = new PhaseAdvance(Tones.RATE_HERTZ, 1024, 160, 3);
        for (int frame = 0; frame < frames; frame++) {
            spectra.add(samples, frame * 160);
        }
        return spectra;
    }

    private static int nearest(double hertz) {
        return (int) Math.round(hertz * 1024 / Tones.RATE_HERTZ);
    }

    @ParameterizedTest
    @ValueSource(doubles = {261.63, 440, 1000, 3729.31})
    void findsTheFrequencyOfASteadyTone(double hertz) {
        PhaseAdvance spectra = spectra(Tones.of(Partial.steady(hertz, 0.3)), 50);
        int bin = nearest(hertz);

        for (int back = 0; back < 3; back++) {
            assertEquals(hertz, spectra.hertz(bin) + spectra.departureHertz(bin, back), 1e-3);
        }
    }

    @Test
    void aToneBetweenTwoBinsIsTheSameInBoth() {
        PhaseAdvance spectra = spectra(Tones.of(Partial.steady(1007, 0.3)), 50);

        assertEquals(1007, spectra.hertz(64) + spectra.departureHertz(64, 0), 1e-2);
        assertEquals(1007, spectra.hertz(65) + spectra.departureHertz(65, 0), 1e-2);
    }

    @Test
    void powerIsThatOfTheWindowedTone() {
        PhaseAdvance spectra = spectra(Tones.of(Partial.steady(1000, 0.3)), 50);

        // A Hann window of n samples lets through n/4 of an amplitude at the centre of a bin.
        assertEquals(Math.pow(0.3 * 256, 2), spectra.power(64, 0), 1e-3);
    }

    @Test
    void beforeTheStartThereIsSilence() {
        PhaseAdvance spectra = spectra(new double[32_000], 1);

        assertEquals(0, spectra.power(64, 0));
        assertEquals(0, spectra.departureHertz(64, 0));
    }
}
