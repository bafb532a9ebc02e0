package ganglion.scenario.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.table.NpyArray;
import ganglion.documents.table.NpzWriter;
import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpikeFilesTest {

    private static final Clock MILLISECOND = new Clock(1e-3);

    @TempDir
    private Path folder;

    private static Path resource(String name) {
        try {
            return Path.of(SpikeFilesTest.class.getResource("/spikes/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SpikeRaster read(String name, int size) throws TableException {
        return SpikeFiles.read(resource(name.replaceAll("#.*", "")) + name.replaceAll("^[^#]*", ""), size, MILLISECOND);
    }

    private static void assertProblem(String expected, String name, int size) {
        assertEquals(
                expected,
                assertThrows(TableException.class, () -> read(name, size)).getMessage());
    }

    @Test
    void readsSamplesInTheLayoutOfShd() throws TableException {
        try (SampleFile samples = SampleFile.open(resource("shd.h5"))) {
            assertEquals(3, samples.size());
            assertEquals(19, samples.label(2));
            assertArrayEquals(new int[] {5, 699, 0}, samples.sample(0).neurons());
            assertEquals(0.25, samples.sample(0).seconds()[2]);
            assertEquals(0, samples.sample(2).size());
        }
        assertEquals(SpikeRaster.builder(700).add(500, 3).build(), read("shd.h5#1", 700));
        assertEquals(SpikeRaster.builder(700).add(0, 5).add(1, 699).add(250, 0).build(), read("shd.h5#0", 700));
    }

    @Test
    void saysWhatIsWrongWithASample() {
        assertProblem("found sample 3 asked for, expected 0 to 2", "shd.h5#3", 700);
        assertProblem("spike 1: found neuron 699, expected 0 to 99", "shd.h5#0", 100);
        assertProblem(
                "found no data set \"spikes/times\", expected spikes/times, spikes/units and labels", "sonata.h5#0", 5);
    }

    @Test
    void asksWhichSampleIsMeant() {
        assertProblem(
                "found samples in the layout of SHD, expected the number of one after #, such as #3", "shd.h5", 700);
    }

    @Test
    void aNeuronBeyond32BitsStaysOutOfRange() {
        assertEquals(Integer.MAX_VALUE, SampleFile.nearest(0x1_0000_0005L));
        assertEquals(Integer.MIN_VALUE, SampleFile.nearest(-0xFFFF_FFFBL));
        assertEquals(-7, SampleFile.nearest(-7));
    }

    @Test
    void readsSonataInTheUnitThatItNames() throws TableException {
        assertEquals(SpikeRaster.builder(5).add(250, 4).build(), read("sonata.h5#lgn", 5));
        assertEquals(SpikeRaster.builder(3).add(1, 2).add(2, 0).add(4, 1).build(), read("sonata.h5#v1", 3));
    }

    @Test
    void asksWhichPopulationIsMeant() {
        assertProblem("found no population \"\", expected one of [lgn, v1] after #", "sonata.h5", 5);
        assertProblem("found no population \"v2\", expected one of [lgn, v1] after #", "sonata.h5#v2", 5);
        assertProblem("spike 0: found the neuron 2.0, expected a whole number from 0 to 1", "sonata.h5#v1", 2);
    }

    @Test
    void readsNumPyArrays() throws TableException {
        assertEquals(SpikeRaster.builder(2).add(1, 1).add(2, 0).build(), read("events.npz", 2));
        assertEquals(SpikeRaster.builder(2).add(1, 0).add(3, 1).build(), read("ticks.npz", 2));
        assertEquals(SpikeRaster.builder(3).add(0, 1).add(1, 0).add(1, 2).build(), read("raster.npy", 3));
        assertEquals(SpikeRaster.builder(4).add(2, 0).add(4, 1).build(), read("pairs.npy", 4));
    }

    @Test
    void saysWhatIsWrongWithArrays() {
        assertProblem(
                "found 2 rows x 3 columns, expected a column for each of 7 neurons, or columns for tick and neuron",
                "raster.npy",
                7);
        assertProblem("spike 0: found the neuron 1.0, expected a whole number from 0 to 0", "pairs.npy", 1);
    }

    private String problem(double[] grid, int columns) throws Exception {
        Path file = folder.resolve("grid.npy");
        Files.write(file, NpyArray.write(grid, grid.length / columns, columns));
        return assertThrows(TableException.class, () -> SpikeFiles.read(file.toString(), columns, MILLISECOND))
                .getMessage();
    }

    @Test
    void aGridHoldsCountsOfSpikesAndNothingElse() throws Exception {
        Path file = folder.resolve("counts.npy");
        Files.write(file, NpyArray.write(new double[] {0, 2, 1, 0, 0, 3}, 2, 3));

        SpikeRaster found = SpikeFiles.read(file.toString(), 3, MILLISECOND);

        assertEquals(SpikeRaster.builder(3).add(0, 1).add(0, 2).add(1, 2).build(), found);
        assertEquals(3, found.merged());
        String expected = ", expected 0 and 1, or counts of spikes up to 255";
        assertEquals("found 0.5 in row 1, column 0" + expected, problem(new double[] {0, 0, 1, 0.5, 0, 0}, 3));
        assertEquals("found -70.0 in row 0, column 1" + expected, problem(new double[] {0, -70, 0}, 3));
        assertEquals("found 1.0E9 in row 0, column 2" + expected, problem(new double[] {0, 0, 1e9}, 3));
        assertEquals(
                "found 7.0 in row 0 for two neurons, expected 0 and 1; are they ticks and neurons? Then give an NPZ"
                        + " file of ticks and neurons",
                problem(new double[] {7, 0, 9, 1}, 2));
    }

    @Test
    void ticksBesideTimesAreRefused() throws Exception {
        Path file = folder.resolve("both.npz");
        try (NpzWriter npz = new NpzWriter(Files.newOutputStream(file))) {
            npz.put("ticks", new long[] {1});
            npz.put("times", new double[] {1}, 1);
            npz.put("neurons", new long[] {1});
        }
        assertEquals(
                "found ticks and times, expected one of them",
                assertThrows(TableException.class, () -> SpikeFiles.read(file.toString(), 2, MILLISECOND))
                        .getMessage());
    }

    @Test
    void readsCsvAndRefusesOtherEndings() throws Exception {
        Path list = Files.writeString(folder.resolve("list.csv"), "time,neuron\n2 ms,1\n");
        Path other = Files.writeString(folder.resolve("list.aedat"), "");

        assertEquals(SpikeRaster.builder(2).add(2, 1).build(), SpikeFiles.read(list.toString(), 2, MILLISECOND));
        assertEquals(
                "found a name that ends in none of .csv, .npy, .npz, .h5 and .hdf5",
                assertThrows(TableException.class, () -> SpikeFiles.read(other.toString(), 2, MILLISECOND))
                        .getMessage());
    }

    @Test
    void spikesOfANeuronWithinATickAreMergedAndCountedWhateverTheFile() throws Exception {
        double[] seconds = {0.0021, 0.0012, 0.0019, 0.0009};
        Path byTime =
                Files.writeString(folder.resolve("time.csv"), "time,neuron\n2.1 ms,1\n0.0012,0\n1.9 ms,1\n0.0009,1\n");
        Path byTick = Files.writeString(folder.resolve("tick.csv"), "tick,neuron\n2,1\n1,0\n2,1\n1,1\n");
        Path arrays = folder.resolve("times.npz");
        Path ticks = folder.resolve("ticks.npz");
        try (NpzWriter npz = new NpzWriter(Files.newOutputStream(arrays))) {
            npz.put("times", seconds, 4);
            npz.put("neurons", new long[] {1, 0, 1, 1});
        }
        try (NpzWriter npz = new NpzWriter(Files.newOutputStream(ticks))) {
            npz.put("ticks", new long[] {2, 1, 2, 1});
            npz.put("neurons", new long[] {1, 0, 1, 1});
        }
        for (Path file : List.of(byTime, byTick, arrays, ticks)) {
            SpikeRaster found = SpikeFiles.read(file.toString(), 2, MILLISECOND);
            assertEquals(SpikeRaster.builder(2).add(1, 0).add(1, 1).add(2, 1).build(), found, file::toString);
            assertEquals(1, found.merged(), file::toString);
        }
    }

    @Test
    void wholeTimesThatLastVeryLongAreAskedAbout() throws Exception {
        Path arrays = folder.resolve("times.npz");
        try (NpzWriter npz = new NpzWriter(Files.newOutputStream(arrays))) {
            npz.put("times", new double[] {1, 999}, 2);
            npz.put("neurons", new long[] {1, 0});
        }
        assertEquals(
                "found times up to 999 s, in whole numbers; are they milliseconds? Then give times / 1000, or else"
                        + " ticks",
                assertThrows(TableException.class, () -> SpikeFiles.read(arrays.toString(), 2, MILLISECOND))
                        .getMessage());
        Path meant = Files.writeString(folder.resolve("meant.csv"), "time,neuron\n1,0\n999 s,1\n");
        assertEquals(999_000, SpikeFiles.read(meant.toString(), 2, MILLISECOND).tick(1));
        Path fine = Files.writeString(folder.resolve("fine.csv"), "time,neuron\n1,0\n2,1\n");
        assertEquals(
                2_000_000, SpikeFiles.read(fine.toString(), 2, new Clock(1e-6)).tick(1));
    }

    @Test
    void countsSpikesOfANeuronWithinATickOnce() throws TableException {
        EventTrain events = new EventTrain(new double[] {0.0021, 0.0012, 0.0019, 0.0009}, new int[] {1, 0, 1, 1});

        assertEquals(SpikeRaster.builder(2).add(1, 0).add(1, 1).add(2, 1).build(), events.toRaster(2, MILLISECOND));
        assertEquals(
                "spike 0: found the time -1.0 s, expected 0 s or more",
                assertThrows(
                                TableException.class,
                                () -> new EventTrain(new double[] {-1}, new int[] {0}).toRaster(1, MILLISECOND))
                        .getMessage());
    }
}
