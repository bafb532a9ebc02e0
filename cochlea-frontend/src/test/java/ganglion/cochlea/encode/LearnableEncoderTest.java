package ganglion.cochlea.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.cochlea.encode.LearnableEncoder.LateReset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnableEncoderTest {

    @ParameterizedTest
    @CsvSource({"ZERO, ZERO", "SUBTRACT_AFTER_DECAY, SUBTRACT", "SUBTRACT, OTHER", "ZERO_SKIPPING_INPUT, OTHER"})
    void layersOfNeuronsHaveTwoOfTheResets(LifReset reset, LateReset late) {
        assertEquals(late, new LifEncoder(0.5, 1, false, reset).lateReset());
    }

    @Test
    void onlyDecayAndThresholdAreLearned() {
        LearnableEncoder encoder = new LifEncoder(0.5, 1, true, LifReset.ZERO);

        assertEquals(new LifEncoder(0.25, 2, true, LifReset.ZERO), encoder.with(0.25, 2));
        assertThrows(IllegalArgumentException.class, () -> encoder.with(1.1, 1));
    }
}
