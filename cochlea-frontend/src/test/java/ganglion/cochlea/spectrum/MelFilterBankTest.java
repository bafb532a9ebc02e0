package ganglion.cochlea.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MelFilterBankTest {

    @Test
    void sumsEachBandFromItsOwnBins() {
        MelFilterBank bank = new MelFilterBank(MelParameters.of(12), 16_000, 256);
        double[] power = new double[129];
        Arrays.setAll(power, bin -> bin * bin);
        double[] target = new double[15];

        bank.apply(power, target, 2);

        for (int band = 0; band < 12; band++) {
            double expected = 0;
            for (int bin = 0; bin < 129; bin++) {
                expected += bank.weight(band, bin) * power[bin];
            }
            assertEquals(expected, target[2 + band], 1e-9);
        }
        assertArrayEquals(new double[] {0, 0, 0}, new double[] {target[0], target[1], target[14]});
    }

    @Test
    void aBankOfGivenTrianglesIsTheBankThatTheyAreOf() {
        for (MelNorm norm : MelNorm.values()) {
            MelParameters spaced = new MelParameters(12, 50, 7_000, MelScale.HTK, norm);
            MelFilterBank bank = new MelFilterBank(spaced, 16_000, 256);
            MelFilterBank given = new MelFilterBank(MelParameters.of(bank.triangles(), norm), 16_000, 256);

            assertArrayEquals(bank.centresHertz(), given.centresHertz());
            for (int band = 0; band < 12; band++) {
                for (int bin = 0; bin <= 128; bin++) {
                    assertEquals(bank.weight(band, bin), given.weight(band, bin));
                }
            }
        }
    }

    @Test
    void aBandMayBeWiderThanTheDistanceToTheNext() {
        MelFilterBank bank = new MelFilterBank(
                MelParameters.of(List.of(new Triangle(0, 1_000, 4_000), new Triangle(500, 1_250, 1_500)), MelNorm.NONE),
                16_000,
                256);

        assertEquals(1, bank.weight(0, 16));
        assertEquals(0.5, bank.weight(0, 8));
        assertEquals(2.0 / 3, bank.weight(0, 32), 1e-12);
        assertEquals(1, bank.weight(1, 20));
        assertEquals(0, bank.weight(1, 24));
    }

    @Test
    void refusesBandsBeyondHalfTheSampleRate() {
        MelParameters wide = MelParameters.of(10).withRange(0, 9_000);
        MelParameters high = MelParameters.of(10).withRange(8_000, Double.POSITIVE_INFINITY);

        assertThrows(IllegalArgumentException.class, () -> new MelFilterBank(wide, 16_000, 512));
        assertThrows(IllegalArgumentException.class, () -> new MelFilterBank(high, 16_000, 512));
    }

    @Test
    void bandsOnTheLogarithmicScaleAreEquallyManyAnOctave() {
        MelParameters octaves = MelParameters.of(6).withRange(50, 6_400).withScale(MelScale.LOGARITHMIC);

        MelFilterBank bank = new MelFilterBank(octaves, 16_000, 512);

        assertArrayEquals(new double[] {100, 200, 400, 800, 1_600, 3_200}, bank.centresHertz(), 1e-9);
    }

    @Test
    void theLogarithmicScaleDoesNotReachDownToZero() {
        MelParameters slaney = MelParameters.of(6);

        assertThrows(IllegalArgumentException.class, () -> slaney.withScale(MelScale.LOGARITHMIC));
    }

    @Test
    void refusesParametersOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> MelParameters.of(0));
        assertThrows(IllegalArgumentException.class, () -> MelParameters.of(5000));
        assertThrows(IllegalArgumentException.class, () -> MelParameters.of(4).withRange(-1, 100));
        assertThrows(IllegalArgumentException.class, () -> MelParameters.of(4).withRange(100, 100));
        assertThrows(IllegalArgumentException.class, () -> MelParameters.of(4).withRange(Double.NaN, 100));
    }
}
