package ganglion.cochlea.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.CochleaParameters.BandFilters;
import ganglion.cochlea.audio.AudioClip;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EarTransferTest {

    private static final int RATE_HERTZ = 16_000;

    /** The decibels were computed from the formula of the recommendation in Python. */
    @ParameterizedTest
    @CsvSource({
        "20, -48.0144",
        "100, -11.8531",
        "500, -1.8307",
        "1000, 0",
        "2000, 3.0045",
        "3300, 7.4992",
        "5000, 2.1298",
        "7000, 0.3520",
        "8000, -0.2836",
        "16000, -19.9434"
    })
    void theRecommendationsFormulaRelativeToOneKilohertz(double hertz, double decibels) {
        assertEquals(decibels, 10 * Math.log10(EarTransfer.BS_1387.powerFactor(hertz)), 5e-5);
        assertEquals(decibels, 20 * Math.log10(EarTransfer.BS_1387.amplitudeFactor(hertz)), 5e-5);
    }

    @Test
    void constantPressureIsNotHeard() {
        assertEquals(0, EarTransfer.BS_1387.powerFactor(0));
        assertEquals(1, EarTransfer.FLAT.powerFactor(0));
    }

    @ParameterizedTest
    @EnumSource(
            value = BandFilters.class,
            names = {"MEL", "GAMMATONE"})
    void aToneHasThePowerThatTheTransferLeaves(BandFilters filters) {
        CochleaParameters flat = CochleaParameters.DEFAULT.withFilters(filters);
        double[] centres = new Cochlea(flat).bandCentresHertz();
        for (int band : new int[] {10, 30, 50, 60}) {
            AudioClip tone = tone(centres[band]);
            double before = steadyPower(flat, tone, band);
            double after = steadyPower(flat.withTransfer(EarTransfer.BS_1387), tone, band);

            assertTrue(before > 0.1, "power " + before);
            // Half the window's width around the tone has other factors.
            assertEquals(EarTransfer.BS_1387.powerFactor(centres[band]), after / before, 0.02 * after / before);
        }
    }

    @Test
    void hairCellsAreWeightedInAmplitude() {
        CochleaParameters flat = CochleaParameters.DEFAULT.withFilters(BandFilters.HAIR_CELLS);
        double centre = new Cochlea(flat).bandCentresHertz()[50];
        AudioClip tone = tone(centre);

        double ratio = steadyPower(flat.withTransfer(EarTransfer.BS_1387), tone, 50) / steadyPower(flat, tone, 50);

        assertEquals(EarTransfer.BS_1387.amplitudeFactor(centre), ratio, 1e-9);
    }

    @Test
    void nothingChangesWhereItIsFlat() {
        AudioClip tone = tone(440);
        CochleaOutput as = new Cochlea(CochleaParameters.DEFAULT).hear(tone);
        CochleaOutput flat = new Cochlea(CochleaParameters.DEFAULT.withTransfer(EarTransfer.FLAT)).hear(tone);

        assertArrayEquals(as.mel().values(), flat.mel().values());
    }

    private static double steadyPower(CochleaParameters parameters, AudioClip clip, int band) {
        CochleaOutput output = new Cochlea(parameters).hear(clip);
        return output.mel().at(output.frames() - 1, band);
    }

    private static AudioClip tone(double hertz) {
        double[] samples = new double[RATE_HERTZ / 4];
        Arrays.setAll(samples, k -> Math.sin(2 * Math.PI * hertz * k / RATE_HERTZ));
        return new AudioClip(samples, RATE_HERTZ);
    }
}
