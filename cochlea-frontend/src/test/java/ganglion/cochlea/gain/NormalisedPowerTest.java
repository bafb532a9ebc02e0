package ganglion.cochlea.gain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.cochlea.gain.Gains.FixedGain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisedPowerTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 1e6})
    void loudnessAboveTheRangeDoesNotMatter(double loudness) {
        double[] values = {0.2 * loudness, loudness, 0, 0.5 * loudness};

        new NormalisedPower(0.05).apply(values, 2, 0.01);

        assertArrayEquals(new double[] {0.2, 1, 0, 0.5}, values, 1e-15);
    }

    @Test
    void whatStaysBelowTheRangeStaysFaint() {
        double[] values = {0.0075, 0.001};

        new NormalisedPower(NormalisedPower.STUDY_MINIMUM_RANGE).apply(values, 1, 0.01);

        assertArrayEquals(new double[] {0.15, 0.02}, values, 1e-15);
    }

    @Test
    void hearingDrivesATonesThresholdAmplitudeJustBelowFiring() {
        double[] values = {0.0003 * 0.0003};

        NormalisedPower.DEFAULT.apply(values, 1, 0.01);

        assertEquals(1 - 0.850854, values[0], 1e-12);
    }

    @Test
    void refusesParametersOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new NormalisedPower(0));
        assertThrows(IllegalArgumentException.class, () -> new NormalisedPower(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new FixedGain(-1));
        assertThrows(IllegalArgumentException.class, () -> new FixedGain(Double.POSITIVE_INFINITY));
    }
}
