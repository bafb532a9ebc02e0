package ganglion.learning.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays in NumPy's format, byte by byte. */
class NumpyArrayTest {

    private static double anyFinite(Random random) {
        double value = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(value) ? value : -0.0;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void valuesOfAnyShapeComeBackBitByBit(long seed) throws ModelFileException {
        Random random = new Random(seed);
        for (int k = 0; k < 20; k++) {
            int[] shape = random.ints(1 + random.nextInt(4), 1, 6).toArray();
            int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
            double[] values = new double[size];
            Arrays.setAll(values, i -> anyFinite(random));
            byte[] bytes = NumpyArray.write(shape, values);

            double[] read = NumpyArray.read("x", bytes, shape);

            assertArrayEquals(
                    Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray(),
                    Arrays.stream(read).mapToLong(Double::doubleToRawLongBits).toArray());
            assertEquals(0, (bytes.length - 8 * size) % 64, "the format wants values aligned to 64 bytes");
        }
    }

    private static byte[] array(String header, int version, byte[] values) {
        byte[] text = (header + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(10 + text.length + values.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0})
                .putShort((short) text.length)
                .put(text)
                .put(values)
                .array();
    }

    @Test
    void singlePrecisionIsReadAsItsExactValue() throws ModelFileException {
        byte[] values = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(0.1f)
                .putFloat(-3)
                .array();
        byte[] bytes = array("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", 1, values);

        assertArrayEquals(new double[] {0.1f, -3}, NumpyArray.read("x", bytes, new int[] {2}));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '>f8', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<f8', 'fortran_order': True, 'shape': (1,), }",
                "{'descr': '<i8', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }",
                "__import__('os')"
            })
    void headersOfAnythingElseAreRefused(String header) {
        ModelFileException refusal = assertThrows(
                ModelFileException.class, () -> NumpyArray.read("x", array(header, 1, new byte[8]), new int[] {1}));

        assertTrue(
                refusal.getMessage().startsWith("x: ") && refusal.getMessage().contains("expected"));
    }

    @Test
    void otherVersionsLongHeadersAndBytesTooManyAreRefused() {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }";

        for (byte[] bytes : new byte[][] {
            array(header, 2, new byte[8]),
            array(header + " ".repeat(5000), 1, new byte[8]),
            array(header, 1, new byte[9]),
            array(header, 1, new byte[7]),
            Arrays.copyOf(array(header, 1, new byte[8]), 40),
            new byte[0]
        }) {
            assertThrows(ModelFileException.class, () -> NumpyArray.read("x", bytes, new int[] {1}));
        }
    }
}
