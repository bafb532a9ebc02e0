package ganglion.scenario.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.quantity.TickTimes;
import ganglion.documents.table.NpyArray;
import ganglion.documents.table.NpzWriter;
import ganglion.documents.table.TableException;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.time.Clock;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                TargetSlice.whole(2).shares(2),
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

    private static Map<String, long[]> columns() {
        Map<String, long[]> columns = new LinkedHashMap<>();
        columns.put("source", new long[] {2, 0});
        columns.put("target", new long[] {0, 1});
        columns.put("delay", new long[] {3, 7});
        return columns;
    }

    /** These columns and weights. */
    private Path npz(Map<String, long[]> columns) throws IOException {
        Path file = folder.resolve("edges.npz");
        try (NpzWriter archive = new NpzWriter(Files.newOutputStream(file))) {
            for (Map.Entry<String, long[]> column : columns.entrySet()) {
                archive.put(column.getKey(), column.getValue());
            }
            archive.put("weight", new double[] {-1.5, 0.5}, 2);
        }
        return file;
    }

    private Path npy(double[] values, int rows, int columns) throws IOException {
        return Files.write(folder.resolve("edges.npy"), NpyArray.write(values, rows, columns));
    }

    @Test
    void readsRowsOfAnNpyMatrix() throws Exception {
        assertEquals(WITHOUT_DELAY, read(npy(new double[] {2, 0, -1.5, 0, 1, 0.5}, 2, 3), ""));
        assertEquals(WITH_DELAY, read(npy(new double[] {2, 0, -1.5, 3, 0, 1, 0.5, 7}, 2, 4), ""));
    }

    @Test
    void readsArraysOfAnNpzFile() throws Exception {
        Map<String, long[]> withoutDelay = columns();
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
        assertEquals(message, refusal(npy(row, 1, 4)));
    }

    private String refusal(Path file) {
        return assertThrows(TableException.class, () -> read(file, "")).getMessage();
    }

    @Test
    void saysWhatIsMissingOrTooMuch() throws Exception {
        Map<String, long[]> noTarget = columns();
        noTarget.remove("target");
        assertEquals("found the arrays source, delay, weight, expected target among them", refusal(npz(noTarget)));

        Map<String, long[]> unequal = columns();
        unequal.put("delay", new long[1]);
        assertEquals("found 1 numbers of delay and 2 of source, expected equal numbers", refusal(npz(unequal)));

        Map<String, long[]> tooMany = columns();
        tooMany.put("source", new long[5]);
        assertEquals("source.npy: found 1 x 5 numbers, expected 4", refusal(npz(tooMany)));

        Path text = Files.writeString(folder.resolve("text.npz"), "no archive");
        assertEquals(0, refusal(text).indexOf("is not a readable NPZ file"), () -> refusal(text));

        assertEquals(
                "found 2 columns, expected source, target and weight, or these and delay",
                refusal(npy(new double[2], 1, 2)));
    }
}
