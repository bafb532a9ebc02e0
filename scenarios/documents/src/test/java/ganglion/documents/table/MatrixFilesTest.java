package ganglion.documents.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixFilesTest {

    @TempDir
    private Path folder;

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path csv(String content) throws IOException {
        return write("w.csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(Path file, String dataset, int mostValues) {
        return assertThrows(TableException.class, () -> MatrixFiles.read(file, dataset, mostValues))
                .getMessage();
    }

    @Test
    void readsCsvWithCommentsBlanksAndWindowsLineEnds() throws Exception {
        Matrix matrix = MatrixFiles.read(csv("\uFEFF# weights\r\n1, -2.5,3e-1\r\n\r\n4,5,+6\r\n"), "", 6);

        assertEquals(2, matrix.rows());
        assertEquals(3, matrix.columns());
        assertArrayEquals(new double[] {1, -2.5, 0.3, 4, 5, 6}, matrix.values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``        | found no numbers, expected a matrix
            `# nothing` | found no numbers, expected a matrix
            1,2~3     | line 2: found 1 columns, expected 2 as in the rows above
            1,x       | line 1: found "x", expected a finite number
            1,        | line 1: found "", expected a finite number
            1,NaN     | line 1: found "NaN", expected a finite number
            1,1e999   | line 1: found "1e999", expected a finite number
            1,1d      | line 1: found "1d", expected a finite number
            1,0x1p3   | line 1: found "0x1p3", expected a finite number
            1,2~3,4,5 | line 2: found more than the expected 4 numbers
            """)
    void refusesCsvThatIsNoMatrix(String content, String message) throws IOException {
        assertEquals(message, refusal(csv(content == null ? "" : content.replace('~', '\n')), "", 4));
    }

    @Test
    void refusesFilesThatAreNotThereOrNotText() throws IOException {
        assertEquals("no such file", refusal(folder.resolve("none.csv"), "", 4));
        assertEquals("is not a regular file", refusal(Files.createDirectory(folder.resolve("d.csv")), "", 4));
        assertEquals(
                "found bytes that are not UTF-8, expected text",
                refusal(write("b.csv", new byte[] {(byte) 0xff, 1}), "", 4));
        assertEquals(
                "found a name that ends in \".txt\", expected .csv, .npy, .npz, .h5 or .hdf5",
                refusal(write("w.txt", new byte[0]), "", 4));
    }

    @Test
    void refusesALineWithoutEnd() throws IOException {
        byte[] endless = new byte[(16 << 20) + 1];
        Arrays.fill(endless, (byte) '1');

        assertEquals("line 1: is longer than 16777216 characters", refusal(write("w.csv", endless), "", 4));
    }

    private static byte[] npy(String header, ByteOrder order, double... values) {
        String padded = header + " ".repeat(63 - (header.length() + 10) % 64) + "\n";
        ByteBuffer buffer = ByteBuffer.allocate(10 + padded.length() + 8 * values.length);
        buffer.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        buffer.order(ByteOrder.LITTLE_ENDIAN).putShort((short) padded.length());
        buffer.put(padded.getBytes(StandardCharsets.ISO_8859_1)).order(order);
        for (double value : values) {
            buffer.putDouble(value);
        }
        return buffer.array();
    }

    private static String header(String type, boolean columnMajor, String shape) {
        return "{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }"
                .formatted(type, columnMajor ? "True" : "False", shape);
    }

    @Test
    void readsNpyInEitherByteAndStorageOrder() throws Exception {
        double[] rows = {1, 2, 3, 4, 5, 6};
        byte[] little = npy(header("<f8", false, "2, 3"), ByteOrder.LITTLE_ENDIAN, rows);
        byte[] big = npy(header(">f8", true, "2, 3"), ByteOrder.BIG_ENDIAN, 1, 4, 2, 5, 3, 6);

        for (byte[] content : new byte[][] {little, big}) {
            Matrix matrix = MatrixFiles.read(write("w.npy", content), "", 6);

            assertEquals(2, matrix.rows());
            assertArrayEquals(rows, matrix.values());
        }
    }

    @Test
    void readsOneDimensionalNpyAsARow() throws Exception {
        Matrix matrix = MatrixFiles.read(
                write("w.npy", npy(header("<f8", false, "3,"), ByteOrder.LITTLE_ENDIAN, 1, 2, 3)), "", 3);

        assertEquals(1, matrix.rows());
        assertEquals(3, matrix.columns());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<f4", "<i4", "<i2", "|i1"})
    void readsSmallerNumbers(String type) throws Exception {
        int bytes = type.charAt(2) - '0';
        byte[] content = npy(header(type, false, "1, 2"), ByteOrder.LITTLE_ENDIAN);
        ByteBuffer buffer = ByteBuffer.allocate(content.length + 2 * bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(content);
        for (int value : new int[] {-3, 100}) {
            switch (type) {
                case "<f4" -> buffer.putFloat(value);
                case "<i4" -> buffer.putInt(value);
                case "<i2" -> buffer.putShort((short) value);
                default -> buffer.put((byte) value);
            }
        }

        Matrix matrix = MatrixFiles.read(write("w.npy", buffer.array()), "", 2);

        assertArrayEquals(new double[] {-3, 100}, matrix.values());
    }

    @Test
    void refusesDamagedNpy() throws IOException {
        byte[] whole = npy(header("<f8", false, "2, 2"), ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4);
        byte[] notANumber = npy(header("<f8", false, "1, 2"), ByteOrder.LITTLE_ENDIAN, 1, Double.NaN);
        byte[] version = whole.clone();
        version[6] = 9;

        assertEquals(
                "is not an NPY file, expected one that starts with \\x93NUMPY",
                refusal(write("w.npy", new byte[40]), "", 4));
        assertEquals(
                "ends too soon, expected the numbers that its header announces",
                refusal(write("w.npy", Arrays.copyOf(whole, whole.length - 1)), "", 4));
        assertEquals(
                "found more bytes, expected those that the header announces",
                refusal(write("w.npy", Arrays.copyOf(whole, whole.length + 1)), "", 4));
        assertEquals("found NPY version 9, expected 1, 2 or 3", refusal(write("w.npy", version), "", 4));
        assertEquals("found 2 x 2 numbers, expected 3", refusal(write("w.npy", whole), "", 3));
        assertEquals(
                "found NaN in row 0, column 1, expected a finite number", refusal(write("w.npy", notANumber), "", 4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <c8 | 2, 2           | found numbers of type "c8", expected float64, float32, bool, or whole numbers of 8 to 64 bits with or without a sign
            <f8 | 2, 2, 2        | found 3 dimensions, expected 1 or 2
            <f8 | 99999999999, 2 | found the shape (99999999999, 2), expected sizes up to 2147483647
            <f8 | 1000000, 1000000 | found 1000000 x 1000000 numbers, expected 8
            <f8 | -1, 2          | found -1 x 2 numbers, expected 8
            """)
    void refusesNpyThatIsNoMatrixOfNumbers(String type, String shape, String message) throws IOException {
        assertEquals(
                message,
                refusal(
                        write("w.npy", npy(header(type, false, shape), ByteOrder.LITTLE_ENDIAN, new double[8])),
                        "",
                        8));
    }

    @Test
    void readsHdf5() throws Exception {
        Path file = folder.resolve("w.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("hidden", new double[][] {{1, 2, 3}, {4, 5, 6}});
            hdf.putGroup("layer").putDataset("small", new float[] {0.5f, -1});
        }

        Matrix hidden = MatrixFiles.read(file, "/hidden", 6);
        Matrix small = MatrixFiles.read(file, "/layer/small", 6);

        assertEquals(2, hidden.rows());
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, hidden.values());
        assertArrayEquals(new double[] {0.5, -1}, small.values());
        assertEquals("found 2 x 3 numbers, expected 5", refusal(file, "/hidden", 5));
        assertEquals("found no data set /none in the HDF5 file", refusal(file, "/none", 5));
        assertEquals("found a group at /layer, expected a data set", refusal(file, "/layer", 5));
        assertEquals("found no data set, expected its path after #, as in weights.h5#/hidden", refusal(file, "", 5));
    }

    @Test
    void numbersWithoutASignAndTruthValuesAreNumbers() throws Exception {
        Map<String, double[]> expected = Map.of(
                "|u1", new double[] {0, 255},
                "<u2", new double[] {0, 0xffff},
                "<u4", new double[] {0, 0xffff_ffffL},
                "|b1", new double[] {0, 1});
        for (String type : expected.keySet()) {
            byte[] head = npy(header(type, false, "2,"), ByteOrder.LITTLE_ENDIAN);
            byte[] whole = Arrays.copyOf(head, head.length + 2 * (type.charAt(2) - '0'));
            Arrays.fill(whole, head.length + (type.charAt(2) - '0'), whole.length, (byte) -1);
            assertArrayEquals(
                    expected.get(type),
                    MatrixFiles.read(write("u.npy", whole), "", 2).values(),
                    type);
        }
        byte[] head = npy(header("<u8", false, "1,"), ByteOrder.LITTLE_ENDIAN);
        byte[] tooLarge = Arrays.copyOf(head, head.length + 8);
        tooLarge[tooLarge.length - 1] = (byte) 0x80;
        assertEquals(
                "found NaN in row 0, column 0, expected a finite number", refusal(write("u.npy", tooLarge), "", 1));
    }

    @Test
    void saysThatAnHdf5FileIsCutShort() throws Exception {
        Path file = folder.resolve("whole.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("hidden", new double[100]);
        }
        byte[] whole = Files.readAllBytes(file);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        assertEquals(
                "is cut short or damaged: found " + half.length + " bytes, expected " + whole.length,
                refusal(write("half.h5", half), "/hidden", 100));
    }

    @Test
    void refusesDamagedHdf5() throws IOException {
        assertTrue(refusal(write("n.h5", new byte[100]), "/hidden", 6).startsWith("is not a readable HDF5 file"));
        assertEquals("no such file", refusal(folder.resolve("none.h5"), "/hidden", 6));
    }
}
