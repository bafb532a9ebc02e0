package ganglion.cochlea.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleFormatTest {

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4"})
    void fullScaleOfSignedIntegers(int bytes) {
        for (boolean bigEndian : new boolean[] {false, true}) {
            SampleFormat format = new SampleFormat(SampleFormat.Kind.SIGNED, bytes, bigEndian);
            byte[] lowest = new byte[bytes + 1];
            lowest[bigEndian ? 1 : bytes] = (byte) 0x80;
            byte[] quarter = new byte[bytes + 1];
            quarter[bigEndian ? 1 : bytes] = 0x20;

            assertEquals(-1, format.decode(lowest, 1));
            assertEquals(0.25, format.decode(quarter, 1));
        }
    }

    @Test
    void theMiddleOfUnsignedIntegersIsSilence() {
        SampleFormat format = new SampleFormat(SampleFormat.Kind.UNSIGNED, 1, false);

        assertEquals(0, format.decode(new byte[] {(byte) 128}, 0));
        assertEquals(-1, format.decode(new byte[] {0}, 0));
        assertEquals(127 / 128.0, format.decode(new byte[] {(byte) 255}, 0));
    }

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

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 0.1, -123.5, 1e-30})
    void floatsAreTakenAsTheyAre(double value) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            byte[] bytes = ByteBuffer.allocate(12)
                    .order(order)
                    .putFloat((float) value)
                    .putDouble(value)
                    .array();
            boolean bigEndian = order == ByteOrder.BIG_ENDIAN;

            assertEquals((float) value, new SampleFormat(SampleFormat.Kind.FLOAT, 4, bigEndian).decode(bytes, 0));
            assertEquals(value, new SampleFormat(SampleFormat.Kind.FLOAT, 8, bigEndian).decode(bytes, 4));
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
