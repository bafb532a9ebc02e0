package ganglion.cochlea.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MelFilterBankTest {

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
