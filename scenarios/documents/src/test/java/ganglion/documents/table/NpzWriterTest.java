package ganglion.documents.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzWriterTest {

    private static final long[] MAPPED = LongStream.range(-5, 20_000).toArray();

    @TempDir
    private Path folder;

    private Path file;

    private static double[] noise(int count) {
        return new Random(3).doubles(count).toArray();
    }

    private void write(double[] values) throws IOException {
        file = folder.resolve("arrays.npz");
        try (NpzWriter npz = new NpzWriter(Files.newOutputStream(file))) {
            npz.put("step", new double[] {0.25});
            npz.put("table", values, values.length / 3, 3);
            npz.put("numbers", new long[] {1L << 50, -5, 0});
            npz.put("none", new long[0]);
            npz.putMappable("mapped", MAPPED);
            npz.putMappable("mapped-\u00fc", MAPPED);
            npz.putMappable("mapped-none", new long[0]);
        }
    }

    @Test
    void refusesArraysWhoseChecksumDiffers() throws Exception {
        byte[] value = ByteBuffer.allocate(Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(noise(1)[0])
                .array();
        Path stored = folder.resolve("stored.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(stored))) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            zip.putNextEntry(new ZipEntry("table.npy"));
            zip.write(NpyArray.write(noise(3), 3));
        }
        byte[] bytes = Files.readAllBytes(stored);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(value, StandardCharsets.ISO_8859_1));
        bytes[at] ^= 1;
        Files.write(stored, bytes);

        assertEquals(
                "table.npy: is damaged: its checksum is not that of the archive",
                assertThrows(TableException.class, () -> NpzFile.read(stored, "table", 3))
                        .getMessage());
    }

    @Test
    void writesWhatTheReaderReads() throws Exception {
        double[] values = noise(30_000);
        write(values);

        Matrix table = NpzFile.read(file, "table", 100_000);
        assertEquals(10_000, table.rows());
        assertEquals(3, table.columns());
        assertArrayEquals(values, table.values());
        assertArrayEquals(
                new double[] {1L << 50, -5, 0}, NpzFile.read(file, "numbers", 3).values());
    }

    /** As NumPy's own description of the format has it: the header ends a line, and values begin at a multiple of 64. */
    @Test
    void alignsTheValues() throws IOException {
        write(noise(3));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] table = zip.getInputStream(zip.getEntry("table.npy")).readAllBytes();
            String text = new String(table, StandardCharsets.ISO_8859_1);

            assertEquals("{'descr': '<f8', 'fortran_order': False, 'shape': (1, 3), }", text.substring(10, 69));
            assertEquals(128 + 24, table.length);
            assertEquals('\n', table[127]);
            byte[] one = zip.getInputStream(zip.getEntry("step.npy")).readAllBytes();
            assertEquals(
                    "{'descr': '<f8', 'fortran_order': False, 'shape': (), }",
                    new String(one, StandardCharsets.ISO_8859_1).substring(10, 65));
        }
    }

    @Test
    void whatIsToBeMappedLiesInTheFileAsInMemory() throws Exception {
        write(noise(3));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        long[] found = new long[MAPPED.length];
        int place = 0;
        for (int start = 0; start + Long.BYTES * MAPPED.length <= bytes.capacity(); start += 64) {
            bytes.position(start);
            bytes.asLongBuffer().get(found);
            place += Arrays.equals(MAPPED, found) ? 1 : 0;
        }

        assertEquals(2, place, "arrays at a multiple of 64 bytes");
        double[] expected = Arrays.stream(MAPPED).asDoubleStream().toArray();
        assertArrayEquals(expected, NpzFile.read(file, "mapped", 100_000).values());
        assertArrayEquals(expected, NpzFile.read(file, "mapped-\u00fc", 100_000).values());
        assertEquals(0, NpzFile.read(file, "mapped-none", 1).values().length);
    }

    /** Times outside the range of the format, or at its edge, are written with the time zone. */
    @Test
    void noTimeZoneIsWritten() throws IOException {
        write(noise(3));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertNull(zip.getEntry("table.npy").getExtra());
        }
    }

    @Test
    void sameArraysGiveTheSameBytes() throws IOException {
        write(noise(300));
        byte[] first = Files.readAllBytes(file);
        write(noise(300));

        assertArrayEquals(first, Files.readAllBytes(file));
    }

    @Test
    void refusesAShapeOfAnotherNumberOfValues() throws IOException {
        try (NpzWriter npz = new NpzWriter(new ByteArrayOutputStream())) {
            assertThrows(IllegalArgumentException.class, () -> npz.put("table", noise(5), 2, 3));
            npz.put("whole", Arrays.copyOf(noise(5), 4), 2, 2);
        }
    }
}
