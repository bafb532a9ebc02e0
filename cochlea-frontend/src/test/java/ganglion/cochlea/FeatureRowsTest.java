package ganglion.cochlea;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.contour.Contour;
import ganglion.cochlea.encode.CurrentInjection;
import ganglion.cochlea.expression.Expression;
import ganglion.cochlea.spectrum.CepstralCoefficients;
import ganglion.cochlea.spectrum.Decibels;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeatureRowsTest {

    private static AudioClip tone() {
        double[] samples = new double[3200];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = 0.3 * Math.sin(0.2 * i);
        }
        return new AudioClip(samples, 16_000);
    }

    private static CochleaOutput output() {
        return new Cochlea(CochleaParameters.DEFAULT).hear(tone());
    }

    @Test
    void drivesComeFirstAndTheirCepstrumAfterThem() {
        CochleaOutput output = output();
        CurrentInjection numbers = new CurrentInjection(true, 13);

        float[] row = FeatureRows.of(output, numbers, 60)[50];

        double[] cepstrum = new double[13];
        new CepstralCoefficients(64, 13).apply(output.drive().frame(50), 0, cepstrum, 0);
        assertEquals(77, row.length);
        for (int band = 0; band < 64; band++) {
            assertEquals((float) output.drive().at(50, band), row[band]);
        }
        for (int k = 0; k < 13; k++) {
            assertEquals((float) cepstrum[k], row[64 + k]);
        }
    }

    @Test
    void silenceFollowsAShortSound() {
        CochleaOutput output = output();

        float[][] rows = FeatureRows.of(output, new CurrentInjection(false, 5), output.frames() + 3);

        assertEquals(5, rows[0].length);
        assertArrayEquals(new float[5], rows[rows.length - 1]);
    }

    /** Contour first, the cepstrum of its levels, then expression, at a row for each four frames. */
    @Test
    void contourAndExpressionStandAtLongerSteps() {
        CochleaOutput output = new Cochlea(CochleaParameters.DEFAULT.withFrames(16_000, 0.032, 0.01)).hear(tone());
        Contour contour = new Contour(60, 2);
        double[] powers = output.mel().values();

        CurrentInjection all = new CurrentInjection(false, Optional.of(contour), 5, true, 4);
        float[][] rows = FeatureRows.of(output, all, 7);

        assertEquals(3 * 64 + 5 + Expression.features(), rows[0].length);
        double[] levels = contour.of(Decibels.ofPowers(powers), 64, 4)[3];
        double[] cepstrum = new double[5];
        new CepstralCoefficients(64, 5).apply(levels, 0, cepstrum, 0);
        double[] expression = new Expression(64, 0.01).of(powers, 4)[3];
        assertEquals((float) levels[100], rows[3][100]);
        assertEquals((float) cepstrum[1], rows[3][3 * 64 + 1]);
        assertEquals((float) expression[1], rows[3][3 * 64 + 5 + 1]);
        assertArrayEquals(new float[rows[0].length], rows[6], "0.2 s are five rows");
        CurrentInjection shape = new CurrentInjection(false, Optional.empty(), 0, true, 4);
        assertEquals((float) expression[1], FeatureRows.of(output, shape, 5)[3][1]);
    }

    @Test
    void theCepstrumOfABalancedContourIsWeighed() {
        CochleaOutput output = output();
        Contour contour = new Contour(60, true, 2);
        CurrentInjection numbers = new CurrentInjection(false, Optional.of(contour), 5, false, 1);

        float[] row = FeatureRows.of(output, numbers, 7)[3];

        double[] levels = contour.of(Decibels.ofPowers(output.mel().values()), 64, 1)[3];
        double[] cepstrum = new double[5];
        new CepstralCoefficients(64, 5).apply(levels, 0, cepstrum, 0);
        assertEquals(0.75 * cepstrum[3], row[3 * 64 + 3], 1e-5);
    }
}
