package ganglion.learning.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import ganglion.documents.table.NpyArray;
import ganglion.learning.file.ModelFiles.ModelFileException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ZIP archives in memory, and the arrays and documents in them. */
@Tag("slow")
class ArchiveTest {

    @TempDir
    private Path folder;

    private final Archive archive = new Archive();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A pipe would be waited for. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesWhatIsNoRegularFile() {
        ModelFileException refused = assertThrows(ModelFileException.class, () -> Archive.read(Path.of("/dev/null")));

        assertEquals("is not a regular file, expected a ZIP archive", refused.getMessage());
    }

    @Test
    void theSameEntriesGiveTheSameBytesAndReplaceWhatWasThere() throws IOException {
        archive.put("a", bytes("content"));
        Path first = folder.resolve("first.zip");
        Path second = folder.resolve("second.zip");
        Files.writeString(second, "something else");

        archive.write(first);
        archive.write(second);

        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count(), "no temporary file is left");
        }
    }

    @Test
    void makesTheFolderOfAFileUnlessSomethingElseIsThere() throws IOException {
        archive.put("a", bytes("content"));
        archive.write(folder.resolve("new/file.zip"));

        assertTrue(Files.isRegularFile(folder.resolve("new/file.zip")));
        assertThrows(IOException.class, () -> archive.write(folder.resolve("new/file.zip/other.zip")));
    }

    private Path zip(String... names) throws IOException {
        Path file = folder.resolve("made.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
                zip.closeEntry();
            }
        }
        return file;
    }

    private static String refusal(Path file) {
        return assertThrows(ModelFileException.class, () -> Archive.read(file)).getMessage();
    }

    @Test
    void tooManyEntriesAreRefused() throws IOException {
        String[] names = new String[10_001];
        for (int i = 0; i < names.length; i++) {
            names[i] = "entry-" + i;
        }

        assertEquals("the archive holds 10001 entries, expected at most 10000", refusal(zip(names)));
    }

    /** An entry of 64 MiB costs nothing if another one is read. */
    @Test
    void onlyWhatIsAskedForIsUnpacked() throws Exception {
        Path file = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("small"));
            zip.write(1);
            zip.putNextEntry(new ZipEntry("large"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertArrayEquals(new byte[] {1}, Archive.read(file).get("small"));

        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(bytes < 16 << 20, bytes + " bytes");
    }

    @Test
    void whatIsNotAnArchiveIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.zip"), "This is not a ZIP archive.");
        Path empty = Files.createFile(folder.resolve("empty.zip"));

        assertEquals("no ZIP archive, or an empty one", refusal(text));
        assertEquals("no ZIP archive, or an empty one", refusal(empty));
        assertThrows(IOException.class, () -> Archive.read(folder.resolve("missing.zip")));
    }

    @Test
    void anArchiveThatEndsWithinAnEntryIsRefused() throws IOException {
        archive.put("a", new byte[5000]);
        Path file = folder.resolve("cut.zip");
        archive.write(file);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, 40));

        assertEquals("the ZIP archive is damaged, or ends too soon", refusal(file));
    }

    @Test
    void anArrayOfAnotherShapeIsRefused() {
        archive.put("rows.npy", NpyArray.write(new double[6], 2, 3));

        assertEquals(
                "rows.npy: found the shape (2, 3), expected (3, 2)",
                assertThrows(ModelFileException.class, () -> Rows.values(archive, "rows.npy", 3, 2))
                        .getMessage());
    }

    @Test
    void shapesAreBoundedBeforeMemoryIsAllocated() {
        archive.put("rows.npy", NpyArray.write(new double[1], 1, 1));

        for (int[] shape : new int[][] {{0, 3}, {3, -1}, {1 << 20, 1 << 20}}) {
            assertTrue(assertThrows(ModelFileException.class, () -> Rows.values(archive, "rows.npy", shape))
                    .getMessage()
                    .startsWith("rows.npy: an array of shape ["));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Kathmandu", "Pacific/Honolulu"})
    void theBytesOfAFileDoNotDependOnTheTimeZone(String zone) throws Exception {
        archive.put("a", bytes("content"));
        byte[] written = writtenIn("UTC");

        assertArrayEquals(written, writtenIn(zone));
    }

    private byte[] writtenIn(String zone) throws IOException {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            archive.write(folder.resolve("model.zip"));
            return Files.readAllBytes(folder.resolve("model.zip"));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static String documentRefusal(Archive from) {
        return assertThrows(ModelFileException.class, () -> ModelDocument.read(from, "d.json", "kind", 2))
                .getMessage();
    }

    @Test
    void aDocumentNamesItsFormatAndVersion() throws ModelFileException {
        archive.put("d.json", bytes("{\"format\": \"kind\", \"version\": 2, \"n\": 5000000000, \"list\": [1, \"x\"]}"));
        ModelDocument document = ModelDocument.read(archive, "d.json", "kind", 2);

        assertEquals(5_000_000_000L, document.longInteger("n"));
        assertEquals(Integer.MAX_VALUE, document.integer("n"), "the nearest that an int can be");
        assertEquals(2, document.length("list"));
        assertEquals("x", document.textAt("list", 1));
        assertTrue(assertThrows(ModelFileException.class, () -> document.numberAt("list", 1))
                .getMessage()
                .endsWith("/list/1: found \"x\", expected a number"));
        archive.put("d.json", bytes("{\"format\": \"other\", \"version\": 1}"));
        assertEquals("d.json: /format: found \"other\", expected \"kind\"", documentRefusal(archive));
        archive.put("d.json", bytes("{\"format\": \"kind\", \"version\": 3}"));
        assertEquals("d.json: /version: found 3, expected 1 to 2", documentRefusal(archive));
        archive.put("d.json", bytes("{\"format\": "));
        assertTrue(documentRefusal(archive).startsWith("d.json: line 1: not valid JSON: found "));
    }
}
