package ganglion.scenario.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import ganglion.documents.table.TableException;
import ganglion.kernel.time.Clock;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** HDF5 files of some kilobytes whose size fields say gigabytes are refused without making room for them. */
class LyingSizesTest {

    private static final Path FOLDER = Path.of("src/test/resources/spikes");
    private static final long MOST_BYTES = 32 << 20;

    @Test
    void ofTheHeaderOfAnObject() {
        assertRefusedInLittleMemory(
                "is not a readable HDF5 file, expected one that is whole and of a kind that is supported",
                () -> SpikeFiles.read(FOLDER.resolve("size-field-lies-sonata.h5"), "a", 6, new Clock(0.001)));
    }

    @Test
    void ofAList() {
        assertRefusedInLittleMemory(
                "found the data set times with elements of 2130706432 bytes, expected at most 65536", () -> {
                    try (SampleFile file = SampleFile.open(FOLDER.resolve("size-field-lies-shd.h5"))) {
                        for (int sample = 0; sample < file.size(); sample++) {
                            file.sample(sample);
                        }
                    }
                });
    }

    private static void assertRefusedInLittleMemory(String message, Executable reading) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        TableException refused = assertThrows(TableException.class, reading);

        assertEquals(message, refused.getMessage());
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
    }
}
