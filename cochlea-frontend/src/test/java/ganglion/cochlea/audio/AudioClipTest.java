package ganglion.cochlea.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioClipTest {

    @Test
    void lastsAsLongAsItsSamples() {
        assertEquals(0.25, new AudioClip(new double[4_000], 16_000).durationSeconds());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesRatesThatAreNone(double hertz) {
        assertThrows(IllegalArgumentException.class, () -> new AudioClip(new double[1], hertz));
    }
}
