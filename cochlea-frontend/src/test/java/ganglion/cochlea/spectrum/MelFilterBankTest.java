package ganglion.cochlea.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
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
