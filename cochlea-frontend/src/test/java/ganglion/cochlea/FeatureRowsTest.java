package ganglion.cochlea;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.cochlea.encode.CurrentInjection;
import ganglion.cochlea.spectrum.CepstralCoefficients;
import org.junit.jupiter.api.Test;

class FeatureRowsTest {

    private static Hearing hearing() {
        double[] samples = new double[3200];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = 0.3 * Math.sin(0.2 * i);
        }
        return new Cochlea(CochleaParameters.HEARING).hear(new AudioClip(samples, 16_000));
    }

    @Test
    void drivesComeFirstAndTheirCepstrumAfterThem() {
        Hearing hearing = hearing();
        CurrentInjection numbers = new CurrentInjection(true, 13);

        float[] row = FeatureRows.of(hearing, numbers, 60)[50];

        double[] cepstrum = new double[13];
        new CepstralCoefficients(64, 13, 0).apply(hearing.drive().frame(50), 0, cepstrum, 0);
        assertEquals(77, row.length);
        for (int band = 0; band < 64; band++) {
            assertEquals((float) hearing.drive().at(50, band), row[band]);
        }
        for (int k = 0; k < 13; k++) {
            assertEquals((float) cepstrum[k], row[64 + k]);
        }
    }

    @Test
    void silenceFollowsAShortSound() {
        Hearing hearing = hearing();

        float[][] rows = FeatureRows.of(hearing, new CurrentInjection(false, 5), hearing.frames() + 3);

        assertEquals(5, rows[0].length);
        assertArrayEquals(new float[5], rows[rows.length - 1]);
    }

    @Test
    void refusesNumbersThatDoNotExist() {
        assertThrows(IllegalArgumentException.class, () -> new CurrentInjection(false, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> FeatureRows.of(hearing(), new CurrentInjection(true, 65), 10),
                "more coefficients than bands");
    }
}
