package ganglion.documents.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were cut off, overwritten or written by something else: each is refused by a sentence, none by a fault. */
@Tag("slow")
class DamagedTablesTest {

    private static final int MOST_VALUES = 1000;
    private static final double[] VALUES = {1, 2, 3, 4, 5, 6};

    @TempDir
    private Path folder;

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] archive(String name, byte[] array) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(array);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private Path hdf5() {
        Path file = folder.resolve("good.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("w", new double[][] {{1, 2, 3}, {4, 5, 6}});
            hdf.putGroup("group").putDataset("source", new int[] {0, 1});
        }
        return file;
    }

    private static String refusal(Path file, String part) {
        return assertThrows(TableException.class, () -> MatrixFiles.read(file, part, MOST_VALUES))
                .getMessage();
    }

    /** Reads a file that may or may not be whole. Anything but a table or a refusal is a fault, which fails the test. */
    private static boolean isRefused(Path file, String part) {
        try {
            MatrixFiles.read(file, part, MOST_VALUES);
            return false;
        } catch (TableException e) {
            return !e.getMessage().isBlank();
        }
    }

    @Test
    void everyNpyFileThatWasCutOffIsRefused() throws IOException {
        byte[] whole = NpyArray.write(VALUES, 2, 3);
        for (int length = 0; length < whole.length; length++) {
            Path file = write("w.npy", Arrays.copyOf(whole, length));
            assertTrue(isRefused(file, ""), "cut off after " + length + " bytes");
        }
    }

    @Test
    void everyArchiveThatWasCutOffIsRefused() throws IOException {
        byte[] whole = archive("w.npy", NpyArray.write(VALUES, 2, 3));
        for (int length = 0; length < whole.length; length += 7) {
            Path file = write("w.npz", Arrays.copyOf(whole, length));
            assertTrue(isRefused(file, "w"), "cut off after " + length + " bytes");
        }
    }

    @Test
    void anArrayIsFoundByItsNameOrAsTheOnlyOne() throws Exception {
        Path file = write("w.npz", archive("w.npy", NpyArray.write(VALUES, 2, 3)));

        assertArrayEquals(VALUES, MatrixFiles.read(file, "w", MOST_VALUES).values());
        assertArrayEquals(VALUES, MatrixFiles.read(file, "", MOST_VALUES).values());
        assertEquals("found the arrays w, expected v among them", refusal(file, "v"));
    }

    @Test
    void aMessageAboutAnArrayInAnArchiveNamesIt() throws IOException {
        Path file = write("w.npz", archive("w.npy", new byte[] {1, 2, 3}));

        assertTrue(refusal(file, "w").startsWith("w.npy: "));
    }

    @Test
    void anHdf5FileThatWasCutOffIsRefusedOrHasAllItsNumbers() throws Exception {
        byte[] whole = Files.readAllBytes(hdf5());
        int refused = 0;
        for (int length = 0; length < whole.length; length += whole.length / 20 + 1) {
            Path file = write("w.h5", Arrays.copyOf(whole, length));
            if (isRefused(file, "w")) {
                refused++;
            } else {
                assertArrayEquals(
                        VALUES,
                        MatrixFiles.read(file, "w", MOST_VALUES).values(),
                        "cut off after " + length + " bytes");
            }
        }
        assertTrue(refused > 0, "refused " + refused);
    }

    @Test
    void optionalColumnsOfAnHdf5GroupMayBeMissing() throws Exception {
        double[][] columns = Hdf5Matrix.columns(hdf5(), "/group/", List.of("source", "delay"), 1, MOST_VALUES);

        assertArrayEquals(new double[] {0, 1}, columns[0]);
        assertEquals(null, columns[1]);
        assertThrows(
                TableException.class,
                () -> Hdf5Matrix.columns(hdf5(), "group", List.of("source", "delay"), 2, MOST_VALUES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"w.csv", "w.npy", "w.npz", "w.h5"})
    void moreNumbersThanAreAskedForAreRefused(String name) throws IOException {
        byte[] array = NpyArray.write(VALUES, 2, 3);
        Path file = switch (name) {
            case "w.csv" -> write(name, "1,2,3\n4,5,6\n".getBytes(StandardCharsets.UTF_8));
            case "w.npy" -> write(name, array);
            case "w.npz" -> write(name, archive("w.npy", array));
            default -> hdf5();
        };

        assertThrows(TableException.class, () -> MatrixFiles.read(file, name.equals("w.csv") ? "" : "w", 5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        5    | line 1: found neuron 5, expected 0 to 4
        -1   | line 1: found neuron "-1", expected a whole number from 0
        1.0  | line 1: found neuron "1.0", expected a whole number from 0
        x    | line 1: found neuron "x", expected a whole number from 0
        99999999999999999999 | line 1: found neuron "99999999999999999999", expected a whole number from 0
        """)
    void anIndexIsAWholeNumberBelowItsLimit(String text, String message) throws Exception {
        try (CsvLines lines = new CsvLines(write("n.csv", "x\n".getBytes(StandardCharsets.UTF_8)))) {
            lines.next();

            assertEquals(
                    message,
                    assertThrows(TableException.class, () -> NumberText.index(text, 5, "neuron", lines))
                            .getMessage());
        }
    }

    @Test
    void aHeaderIsOneOfThoseThatAreExpected() throws Exception {
        List<String> plain = List.of("tick", "neuron");
        try (CsvLines lines =
                new CsvLines(write("n.csv", "# note\n tick , neuron\n1\n".getBytes(StandardCharsets.UTF_8)))) {
            assertEquals(plain, ColumnHeader.read(lines, "tick,neuron", List.of(plain)));
            assertEquals(List.of("note"), lines.leadingComments());
            String line = lines.next();

            assertEquals(
                    "line 3: found 1 field, expected tick,neuron",
                    assertThrows(TableException.class, () -> ColumnHeader.fields(line, plain, lines))
                            .getMessage());
        }
    }

    @Test
    void anEmptyFileHasNoHeader() throws Exception {
        try (CsvLines lines = new CsvLines(write("n.csv", new byte[0]))) {
            assertEquals(
                    "is empty, expected the header tick,neuron",
                    assertThrows(TableException.class, () -> ColumnHeader.read(lines, "tick,neuron", List.of()))
                            .getMessage());
        }
    }
}
