package ganglion.scenario.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.quantity.TickTimes;
import ganglion.documents.table.MatrixFiles;
import ganglion.documents.table.TableException;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.time.Clock;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same list of synapses in each binary format. */
class EdgeColumnsTest {

    private static final TickTimes TIMES = new TickTimes(new Clock(1e-3));
    private static final List<String> WITH_DELAY = List.of("0>1 0.5 @7", "2>0 -1.5 @3");
    private static final List<String> WITHOUT_DELAY = List.of("0>1 0.5 @4", "2>0 -1.5 @4");

    @TempDir
    private Path folder;

    private List<String> read(Path file, String group) throws TableException {
        Synapses synapses = EdgeLists.read(
                file,
                group,
                new EdgeLists.Limits(3, 2, 4),
                TargetSlice.whole(2),
                new EdgeLists.Delays(4, TIMES::delayTicks));
        List<String> listed = new ArrayList<>();
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                listed.add(source + ">" + synapses.target(source, i) + " " + synapses.weight(source, i) + " @"
                        + synapses.delayTicks(source, i));
            }
        }
        return listed;
    }

    private static byte[] npy(String shape, double... values) {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + shape + "), }\n";
        ByteBuffer buffer = ByteBuffer.allocate(10 + header.length() + Double.BYTES * values.length);
        buffer.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        buffer.order(ByteOrder.LITTLE_ENDIAN).putShort((short) header.length());
        buffer.put(header.getBytes(StandardCharsets.ISO_8859_1));
        for (double value : values) {
            buffer.putDouble(value);
        }
        return buffer.array();
    }

    private static byte[] integers(long... values) {
        String header = "{'descr': '<i8', 'fortran_order': False, 'shape': (" + values.length + ",), }\n";
        ByteBuffer buffer = ByteBuffer.allocate(10 + header.length() + Long.BYTES * values.length);
        buffer.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        buffer.order(ByteOrder.LITTLE_ENDIAN).putShort((short) header.length());
        buffer.put(header.getBytes(StandardCharsets.ISO_8859_1));
        for (long value : values) {
            buffer.putLong(value);
        }
        return buffer.array();
    }

    private Path npz(Map<String, byte[]> arrays) throws IOException {
        Path file = folder.resolve("edges.npz");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream archive = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                archive.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                archive.write(array.getValue());
            }
        }
        return file;
    }

    private static Map<String, byte[]> columns() {
        Map<String, byte[]> columns = new LinkedHashMap<>();
        columns.put("source", integers(2, 0));
        columns.put("target", integers(0, 1));
        columns.put("weight", npy("2,", -1.5, 0.5));
        columns.put("delay", integers(3, 7));
        return columns;
    }

    @Test
    void readsRowsOfAnNpyMatrix() throws Exception {
        Path three = Files.write(folder.resolve("three.npy"), npy("2, 3", 2, 0, -1.5, 0, 1, 0.5));
        Path four = Files.write(folder.resolve("four.npy"), npy("2, 4", 2, 0, -1.5, 3, 0, 1, 0.5, 7));

        assertEquals(WITHOUT_DELAY, read(three, ""));
        assertEquals(WITH_DELAY, read(four, ""));
    }

    @Test
    void readsArraysOfAnNpzFile() throws Exception {
        Map<String, byte[]> withoutDelay = columns();
        withoutDelay.remove("delay");

        assertEquals(WITH_DELAY, read(npz(columns()), ""));
        assertEquals(WITHOUT_DELAY, read(npz(withoutDelay), ""));
    }

    @Test
    void readsDataSetsOfAnHdf5Group() throws Exception {
        Path file = folder.resolve("edges.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            WritableGroup group = hdf.putGroup("recurrent");
            group.putDataset("source", new long[] {2, 0});
            group.putDataset("target", new int[] {0, 1});
            group.putDataset("weight", new float[] {-1.5f, 0.5f});
            hdf.putDataset("source", new long[] {2, 0});
            hdf.putDataset("target", new long[] {0, 1});
            hdf.putDataset("weight", new double[] {-1.5, 0.5});
            hdf.putDataset("delay", new long[] {3, 7});
        }

        assertEquals(WITHOUT_DELAY, read(file, "/recurrent"));
        assertEquals(WITH_DELAY, read(file, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3, 0, 1, 1    | synapse 0: found the source 3.0, expected a whole number from 0 to 2
            0, 0.5, 1, 1  | synapse 0: found the target 0.5, expected a whole number from 0 to 1
            0, 0, NaN, 1  | synapse 0: found the weight NaN, expected a finite number, at most 1e100 either way
            0, 0, 1, 0    | synapse 0: found the delay 0.0, expected a whole number from 1 to 2147483647
            -1, 0, 1, 1   | synapse 0: found the source -1.0, expected a whole number from 0 to 2
            """)
    void refusesSynapsesThatCannotBe(String numbers, String message) throws IOException {
        double[] row = new double[4];
        String[] fields = numbers.split(", ");
        for (int i = 0; i < row.length; i++) {
            row[i] = Double.parseDouble(fields[i]);
        }
        Path file = Files.write(folder.resolve("bad.npy"), npy("1, 4", row));

        assertEquals(message, refusal(file));
    }

    private String refusal(Path file) {
        return assertThrows(TableException.class, () -> read(file, "")).getMessage();
    }

    @Test
    void saysWhatIsMissingOrTooMuch() throws Exception {
        Map<String, byte[]> noTarget = columns();
        noTarget.remove("target");
        assertEquals("found no array target, expected one beside source, weight, delay", refusal(npz(noTarget)));

        Map<String, byte[]> unequal = columns();
        unequal.put("delay", integers(1));
        assertEquals("found 1 numbers of delay and 2 of source, expected equal numbers", refusal(npz(unequal)));

        Map<String, byte[]> tooMany = columns();
        tooMany.put("source", integers(0, 0, 0, 0, 0));
        assertEquals("source.npy: found 1 x 5 numbers, expected 4", refusal(npz(tooMany)));

        Path text = Files.writeString(folder.resolve("text.npz"), "no archive");
        assertEquals(0, refusal(text).indexOf("is not a readable NPZ file"), () -> refusal(text));

        Path narrow = Files.write(folder.resolve("narrow.npy"), npy("1, 2", 0, 0));
        assertEquals("found 2 columns, expected source, target and weight, or these and delay", refusal(narrow));
    }

    @Test
    void readsAWeightMatrixOutOfAnNpzFile() throws Exception {
        Path file = npz(Map.of("w", npy("1, 2", 1.5, 2.5)));

        assertEquals(2, MatrixFiles.read(file, "w", 2).columns());
        assertEquals(2, MatrixFiles.read(file, "", 2).columns());
        assertEquals(
                "found no array v, expected one of w",
                assertThrows(TableException.class, () -> MatrixFiles.read(file, "v", 2))
                        .getMessage());
    }
}
