package ganglion.scenario.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spikes from files of NIRData. */
class NirDataSpikesTest {

    private static final Path CASES = Path.of("../../conformance/cases");

    @TempDir
    private Path folder;

    @Test
    @DisplayName("Files of the package nir are read: grids of booleans, and events")
    void ofThePackage() throws Exception {
        SpikeRaster grid = SpikeFiles.read(CASES.resolve("l1-li-decay/input.h5"), "", 1, new Clock(1e-3));
        SpikeRaster events = SpikeFiles.read(CASES.resolve("l0-events/input.h5"), "input", 2, new Clock(1e-3));

        assertEquals(List.of(0L), ticks(grid));
        assertEquals(List.of(0L, 0L, 2L, 3L, 4L, 6L, 6L, 8L, 9L, 10L, 12L, 12L, 14L, 15L), ticks(events));
    }

    private static List<Long> ticks(SpikeRaster raster) {
        return IntStream.range(0, raster.size()).mapToObj(raster::tick).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        other  | 0    | 0.1  | 2 | found no node "other", expected one of [in] after #
        in/x   | 0    | 0.1  | 2 | found the sample "x", expected a number from 0
        in/1   | 0    | 0.1  | 2 | found 1 samples, expected more than 1
        in     | 0    | 0.1  | 3 | found 3 neurons, expected the 2 of the input
        in     | 2    | 0.1  | 2 | event 0: found the neuron 2.0, expected 0 to 1, or -1 for none
        in     | -2   | 0.1  | 2 | event 0: found the neuron -2.0, expected 0 to 1, or -1 for none
        in     | 0    | -0.1 | 2 | event 0: found the time -0.1 s, expected 0 s or more
        in     | 0    | NaN  | 2 | event 0: found the time NaN s, expected 0 s or more
        """)
    @DisplayName("What cannot be is told in a line")
    void wrong(String part, long neuron, double seconds, int neurons, String message) {
        Path file = folder.resolve("wrong.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putAttribute("__type__", "NIRGraphData");
            WritableGroup spikes =
                    hdf.putGroup("nodes").putGroup("in").putGroup("observables").putGroup("spikes");
            spikes.putAttribute("__type__", "EventData");
            spikes.putAttribute("n_neurons", neurons);
            spikes.putDataset("idx", new long[][] {{neuron}});
            spikes.putDataset("time", new double[][] {{seconds}});
        }

        TableException refused =
                assertThrows(TableException.class, () -> SpikeFiles.read(file, part, 2, new Clock(1e-4)));

        assertEquals(message, refused.getMessage());
    }
}
