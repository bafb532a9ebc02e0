package ganglion.scenario.data;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ganglion.documents.quantity.TickTimes;
import ganglion.documents.table.MatrixFiles;
import ganglion.documents.table.TableException;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.time.Clock;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data files cut short or with flipped bits give their numbers or one clear sentence, and never another exception. */
@Tag("slow")
class DamagedFileTest {

    private static final long SEED = 42;
    private static final int ROUNDS = 400;

    private interface Reader {
        Object read(Path file) throws TableException;
    }

    @TempDir
    private Path folder;

    private void damage(String name, byte[] whole, Reader reader) throws IOException {
        Random random = new Random(SEED);
        Path file = folder.resolve(name);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = random.nextInt(3) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bytes);
            try {
                reader.read(file);
            } catch (TableException e) {
                assertFalse(e.getMessage().isBlank());
                assertTrue(e.getMessage().length() < 1_000, e::getMessage);
            } catch (RuntimeException e) {
                fail(name + ", seed " + SEED + ", round " + round, e);
            }
        }
    }

    @Test
    void survivesDamagedCsv() throws IOException {
        byte[] matrix = "1,2,3\n4.5,-6e2,7\n".repeat(8).getBytes(StandardCharsets.UTF_8);
        byte[] edges = "source,target,weight,delay\n0,1,0.5,3\n2,2,1,1 ms\n".getBytes(StandardCharsets.UTF_8);
        byte[] spikes = "time,neuron\n0.1,0\n3 ms,2\n".getBytes(StandardCharsets.UTF_8);
        TickTimes times = new TickTimes(new Clock(0.001));

        damage("m.csv", matrix, file -> MatrixFiles.read(file, "", 48));
        damage(
                "e.csv",
                edges,
                file -> EdgeLists.read(
                        file,
                        "",
                        new EdgeLists.Limits(3, 3, 9),
                        TargetSlice.whole(3),
                        new EdgeLists.Delays(1, times::delayTicks)));
        damage("s.csv", spikes, file -> SpikeLists.read(file, 3, 9, times::nearestTick));
    }

    @Test
    void survivesDamagedRasters() throws IOException {
        byte[] raster = ("# format: ganglion-raster 1\n# tick-seconds: 0.002\n# ticks: 100\n# population: out 3\n"
                        + "time_s,tick,population,neuron\n0.01,5,out,1\n0.014,7,out,2\n")
                .getBytes(StandardCharsets.UTF_8);

        damage("r.csv", raster, RasterFile::read);
    }

    @Test
    void survivesDamagedNpy() throws IOException {
        String header = "{'descr': '<f8', 'fortran_order': True, 'shape': (3, 4), }\n";
        ByteBuffer buffer = ByteBuffer.allocate(10 + header.length() + 8 * 12).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        buffer.putShort((short) header.length());
        buffer.put(header.getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < 12; i++) {
            buffer.putDouble(i);
        }

        damage("w.npy", buffer.array(), file -> MatrixFiles.read(file, "", 12));
    }

    @Test
    void survivesDamagedHdf5() throws IOException {
        Path file = folder.resolve("whole.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("hidden", new double[][] {{1, 2, 3}, {4, 5, 6}});
        }

        damage("w.h5", Files.readAllBytes(file), damaged -> MatrixFiles.read(damaged, "/hidden", 6));
    }
}
