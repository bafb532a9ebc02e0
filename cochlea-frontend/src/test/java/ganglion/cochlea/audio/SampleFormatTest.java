package ganglion.cochlea.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SampleFormatTest {

    @Test
    void all16BitSamplesInBothOrders() {
        SampleFormat little = new SampleFormat(SampleFormat.Kind.SIGNED, 2, false);
        SampleFormat big = new SampleFormat(SampleFormat.Kind.SIGNED, 2, true);
        for (int value = Short.MIN_VALUE; value <= Short.MAX_VALUE; value++) {
            byte[] bytes = {(byte) value, (byte) (value >> 8), (byte) value};
            assertEquals(value / 32768.0, little.decode(bytes, 0));
            assertEquals(value / 32768.0, big.decode(bytes, 1));
        }
    }

    @Test
    void knowsWhatItCannotDecode() {
        assertTrue(new SampleFormat(SampleFormat.Kind.SIGNED, 4, false).supported());
        assertFalse(new SampleFormat(SampleFormat.Kind.SIGNED, 5, false).supported());
        assertFalse(new SampleFormat(SampleFormat.Kind.SIGNED, 0, false).supported());
        assertFalse(new SampleFormat(SampleFormat.Kind.FLOAT, 2, false).supported());
    }
}
