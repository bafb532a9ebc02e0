package ganglion.cochlea.gain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The expected numbers were computed in Python with the formulas of librosa.pcen and scipy's filter. */
class PerChannelEnergyTest {

    private static final double HOP_SECONDS = 512 / 16_000.0;
    private static final int BANDS = 3;

    /** Six frames of three bands. */
    private static final double[] POWERS = {
        0.6430940108090255, 3.0541906089587725, 0.0009182722039494693, 1.753926749301189, 6.158802061342918,
        0.002560061085161547, 0.061683495329783046, 5.606202291929369, 4.1161284666729026e-05, 0.17677419821197302,
        26.725155975449063, 0.0030002911123932054, 1.290601723981741, 0.7440280507582807, 7.0050526920647624e-06,
        0.012035494052156035, 15.21099593519928, 0.0013530946652964828
    };

    @Test
    void librosasDefaults() {
        double[] expected = {
            0.2170023490153962, 0.7411185350208889, 0.0003510582289220697, 0.5092213177924192, 1.0409958150314467,
            0.0010580126046716252, 0.0225650668038124, 0.8353090169525501, 1.840462163743548e-05, 0.06782599430733331,
            1.6331755936185008, 0.001449726669991227, 0.42656576212046016, 0.07438239322666365, 3.6626493607715274e-06,
            0.004937255182043677, 0.9386954551237431, 0.0007648272399754662
        };

        assertEqualsLibrosa(expected, PerChannelEnergy.LIBROSA);
    }

    @Test
    void otherParameters() {
        double[] expected = {
            0.03159293795907915,
            0.07801701176488057,
            6.220666904401455e-05,
            0.0629689187693671,
            0.0908329813288875,
            0.00026373516298963716,
            0.003453233107563721,
            0.07137747608068964,
            6.466094925128301e-06,
            0.013249796128695165,
            0.13209030469904962,
            0.00071242448486878,
            0.06305072468542536,
            0.006047561077293451,
            2.5374733337341345e-06,
            0.0009370075312327311,
            0.09107987294279907,
            0.0007391824217893786
        };

        assertEqualsLibrosa(expected, new PerChannelEnergy(0.8, 10, 0.25, 0.06, 1e-6, 1));
    }

    @Test
    void exponentZeroStandsForTheLogarithm() {
        double[] expected = {
            0.5073387614613282, 1.293481583973474, 0.000992573095232767, 0.9931042577739001, 1.6150328489250865,
            0.0029891589497150826, 0.06234815145916787, 1.4012696287003361, 5.205511489910761e-05, 0.1793515235798271,
            2.1146374194107054, 0.004094155440407323, 0.8706523745619328, 0.19549928046631776, 1.0359496555671083e-05,
            0.013892099358556238, 1.512085434373645, 0.0021615053353011018
        };

        assertEqualsLibrosa(expected, new PerChannelEnergy(0.98, 2, 0, 0.4, 1e-6, 1));
    }

    @Test
    void biasZeroStandsForThePlainPower() {
        double[] expected = {
            0.8129362518469613, 1.6264859206451032, 0.03151294748081545, 1.3036877456804319, 2.00700101815998,
            0.054714083562171036, 0.2536391713822479, 1.749386130874457, 0.007215016963951697, 0.44321693059439937,
            2.6993667161123502, 0.06405113538641478, 1.178332941694727, 0.4646696880881717, 0.0032186255164962587,
            0.11827528468542631, 1.8804735692420502, 0.046517126652431795
        };

        assertEqualsLibrosa(expected, new PerChannelEnergy(0.98, 0, 0.5, 0.4, 1e-6, 1));
    }

    /** With gain and exponent 1 and no bias, the drive is power / (smallest + m): 1e-110 / 1e-120 once m is zero. */
    @Test
    void smoothedPowersBelowTheSmallestAreZero() {
        double[] values = new double[3001];
        values[3000] = 1e-110;

        new PerChannelEnergy(1, 0, 1, 0.02, 1e-120, 1).apply(values, 1, 0.002);

        assertEquals(1e10, values[3000], 1);
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new PerChannelEnergy(1.1, 2, 0.5, 0.4, 1e-6, 1));
        assertThrows(IllegalArgumentException.class, () -> new PerChannelEnergy(0.98, -1, 0.5, 0.4, 1e-6, 1));
        assertThrows(IllegalArgumentException.class, () -> new PerChannelEnergy(0.98, 2, Double.NaN, 0.4, 1e-6, 1));
        assertThrows(IllegalArgumentException.class, () -> new PerChannelEnergy(0.98, 2, 0.5, 0, 1e-6, 1));
        assertThrows(IllegalArgumentException.class, () -> new PerChannelEnergy(0.98, 2, 0.5, 0.4, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new PerChannelEnergy(0.98, 2, 0.5, 0.4, 1e-6, 1 / 0.0));
    }

    private static void assertEqualsLibrosa(double[] expected, PerChannelEnergy parameters) {
        double[] values = POWERS.clone();

        parameters.apply(values, BANDS, HOP_SECONDS);

        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], values[i], 1e-12 * expected[i], "value " + i);
        }
    }
}
