package ganglion.documents.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays in NumPy's format, byte by byte. */
class NpyArrayTest {

    private static double anyFinite(Random random) {
        double value = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(value) ? value : -0.0;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void valuesOfAnyShapeComeBackBitByBit(long seed) throws TableException {
        Random random = new Random(seed);
        for (int k = 0; k < 20; k++) {
            int[] shape = random.ints(1 + random.nextInt(4), 1, 6).toArray();
            int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
            double[] values = new double[size];
            Arrays.setAll(values, i -> anyFinite(random));
            byte[] bytes = NpyArray.write(values, shape);

            double[] read = NpyArray.read(bytes, shape);

            assertArrayEquals(
                    Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray(),
                    Arrays.stream(read).mapToLong(Double::doubleToRawLongBits).toArray());
            assertEquals(0, (bytes.length - 8 * size) % 64, "the format wants values aligned to 64 bytes");
        }
    }

    @Test
    void anArrayThatIsWrittenNumberByNumberHasTheSameBytes() throws IOException {
        Random random = new Random(6);
        double[] values = random.doubles(3 * 9000).toArray();
        int[] next = {0};
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        NpyArray.write(out, () -> values[next[0]++], 9000, 3);

        assertArrayEquals(NpyArray.write(values, 9000, 3), out.toByteArray());
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
    void arraysAreThoseOfNumpy() throws TableException {
        byte[] bytes = NpyArray.write(new double[] {1, -2.5}, 2);
        String header = new String(bytes, 10, 118, StandardCharsets.US_ASCII);

        assertEquals("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }", header.strip());
        assertEquals(128 + 16, bytes.length, "values begin at a multiple of 64");
        assertEquals((byte) 0xF0, bytes[128 + 6]);
        assertEquals((byte) 0x3F, bytes[128 + 7]);
        assertArrayEquals(new double[] {0.25}, NpyArray.read(NpyArray.write(new double[] {0.25})));
    }

    @Test
    void anotherShapeAndALongHeaderAreRefused() {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }";
        byte[] one = array(header, 1, new byte[8]);
        byte[] padded = array(header + " ".repeat(70_000), 1, new byte[8]);

        assertEquals(
                "found the shape (1,), expected (1, 1)",
                assertThrows(TableException.class, () -> NpyArray.read(one, 1, 1))
                        .getMessage());
        assertThrows(TableException.class, () -> NpyArray.read(padded, 1));
    }

    @Test
    void columnMajorStorageOfThreeDimensionsIsReadInRowMajorOrder() throws TableException {
        ByteBuffer stored = ByteBuffer.allocate(8 * 12).order(ByteOrder.LITTLE_ENDIAN);
        // The first index runs fastest: value 100 i + 10 j + k at (i, j, k).
        for (int k = 0; k < 2; k++) {
            for (int j = 0; j < 3; j++) {
                for (int i = 0; i < 2; i++) {
                    stored.putDouble(100 * i + 10 * j + k);
                }
            }
        }
        byte[] bytes = array("{'descr': '<f8', 'fortran_order': True, 'shape': (2, 3, 2), }", 1, stored.array());

        assertArrayEquals(
                new double[] {0, 1, 10, 11, 20, 21, 100, 101, 110, 111, 120, 121}, NpyArray.read(bytes, 2, 3, 2));
    }
}
