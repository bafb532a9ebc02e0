package ganglion.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.data.DataSetException;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SpikeInput;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressEventsTest {

    private static final SpikeBinning BINNING = new SpikeBinning(0.01, 10, 64);

    @TempDir
    private Path directory;

    private Path hdf5() {
        Path file = directory.resolve("n-tidigits.hdf5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            WritableGroup addresses = hdf.putGroup("train_addresses");
            WritableGroup timestamps = hdf.putGroup("train_timestamps");
            put(addresses, timestamps, "man-ae-2", new int[] {5, 3, 63}, new double[] {0.021, 0.0, 0.0999});
            put(addresses, timestamps, "woman-ac-o", new int[] {7, 7, 8}, new double[] {0.05, 0.051, 0.2});
            put(addresses, timestamps, "man-ae-1", new int[] {1}, new double[] {0.01});
            put(addresses, timestamps, "man-ae-21o", new int[] {1}, new double[] {0.01});
        }
        return file;
    }

    private static void put(WritableGroup addresses, WritableGroup timestamps, String name, int[] a, double[] t) {
        addresses.putDataset(name, a);
        timestamps.putDataset(name, t);
    }

    @Test
    void readsSingleDigitsByTheLastPartOfTheirNames() throws DataSetException {
        LabelledSamples read = AddressEvents.read(hdf5(), "train", BINNING);

        assertEquals(List.of("1", "2", "o"), read.classes());
        assertEquals(
                List.of(0, 1, 2), read.samples().stream().map(Sample::label).toList());
        SpikeInput two = (SpikeInput) read.samples().get(1).input();
        assertArrayEquals(new int[] {3, 5, 63}, two.neurons(), "sorted by time");
        assertEquals(1, two.at(0, 3));
        assertEquals(1, two.at(2, 5));
        assertEquals(1, two.at(9, 63));
        SpikeInput zero = (SpikeInput) read.samples().get(2).input();
        assertArrayEquals(new int[] {7}, zero.neurons(), "two in one step are one, what is too late is left out");
    }

    @Test
    void saysWhatAFileLacks() {
        Path file = hdf5();

        assertEquals(
                file + ": found no group /test_addresses, expected one with a list for each recording",
                message(file, "test", BINNING));
        assertEquals(
                file + ": recording man-ae-2: found a spike of channel 63 at 0.0999 s, expected whole channels below 63"
                        + " and times from 0 on",
                message(file, "train", new SpikeBinning(0.01, 10, 63)));
    }

    private static String message(Path file, String part, SpikeBinning binning) {
        return assertThrows(DataSetException.class, () -> AddressEvents.read(file, part, binning))
                .getMessage();
    }

    @Test
    void refusesAListWithoutItsPartner() {
        Path file = directory.resolve("half.hdf5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putGroup("train_addresses").putDataset("man-ae-2", new int[] {1, 2});
            hdf.putGroup("train_timestamps").putDataset("man-ae-3", new double[] {0.1});
        }
        assertEquals(file + ": recording man-ae-2 has addresses but no timestamps", message(file, "train", BINNING));

        Path uneven = directory.resolve("uneven.hdf5");
        try (WritableHdfFile hdf = HdfFile.write(uneven)) {
            hdf.putGroup("train_addresses").putDataset("man-ae-2", new int[] {1, 2});
            hdf.putGroup("train_timestamps").putDataset("man-ae-2", new double[] {0.1});
        }
        assertEquals(
                uneven + ": recording man-ae-2: found 1 times and 2 channels, expected equally many",
                message(uneven, "train", BINNING));
    }

    @Test
    void refusesWhatIsNoHdf5() throws IOException {
        Path file = Files.writeString(directory.resolve("text.hdf5"), "no HDF5");

        assertTrue(message(file, "train", BINNING).startsWith(file + ": is not a readable HDF5 file"));
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void readsFoldersOfTextFiles() throws IOException, DataSetException {
        write("yes/b.csv", "address,timestamp\n4,0.005\n\n2,0.0\n");
        write("yes/a.csv", "1,0.095\n");
        write("no/a.csv", "");
        write("no/notes.txt", "not a recording");
        write("README", "not a class");

        LabelledSamples read = AddressEvents.readFolder(directory, BINNING);

        assertEquals(List.of("no", "yes"), read.classes());
        assertEquals(3, read.samples().size());
        assertEquals(
                List.of(0, 1, 1), read.samples().stream().map(Sample::label).toList());
        assertEquals(0, ((SpikeInput) read.samples().get(0).input()).neurons().length, "an empty recording is silence");
        assertEquals(1, ((SpikeInput) read.samples().get(1).input()).at(9, 1), "a.csv comes before b.csv");
        assertArrayEquals(new int[] {2, 4}, ((SpikeInput) read.samples().get(2).input()).neurons());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,0.1\\nx,0.2|:2: found \"x,0.2\", expected an address and a timestamp in seconds",
                "1,0.1\\n1|:2: found \"1\", expected an address and a timestamp in seconds",
                "1,0.1,7|:1: found \"1,0.1,7\", expected an address and a timestamp in seconds",
                "64,0.1|: found a spike of channel 64 at 0.1 s, expected whole channels below 64 and times from 0 on",
                "1.5,0.1|: found a spike of channel 1.5 at 0.1 s, expected whole channels below 64 and times from 0 on",
                "1,-0.1|: found a spike of channel 1 at -0.1 s, expected whole channels below 64 and times from 0 on",
                "-1,NaN|: found a spike of channel -1 at NaN s, expected whole channels below 64 and times from 0 on"
            })
    void saysWhereATextIsWrong(String text, String complaint) throws IOException {
        write("class/bad.csv", text.replace("\\n", "\n"));

        String message = assertThrows(DataSetException.class, () -> AddressEvents.readFolder(directory, BINNING))
                .getMessage();

        assertEquals(directory.resolve("class/bad.csv") + complaint, message);
    }

    @Test
    void saysThatAFolderHasNothing() throws IOException {
        assertEquals(
                directory + ": found no recording, expected a folder for each class with .csv files in it",
                assertThrows(DataSetException.class, () -> AddressEvents.readFolder(directory, BINNING))
                        .getMessage());
        assertThrows(DataSetException.class, () -> AddressEvents.readFolder(directory.resolve("missing"), BINNING));
        Files.createDirectories(directory.resolve("class"));
        Files.write(directory.resolve("class/binary.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertTrue(assertThrows(DataSetException.class, () -> AddressEvents.readFolder(directory, BINNING))
                .getMessage()
                .endsWith("found bytes that are no text, expected lines of address,timestamp"));
    }

    /** A device would be read without end. */
    @Test
    void recordingsAreFilesOnly() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("class/folder.csv"));

        DataSetException refused =
                assertThrows(DataSetException.class, () -> AddressEvents.readFolder(directory, BINNING));

        assertEquals(folder + ": is not a regular file", refused.getMessage());
    }
}
