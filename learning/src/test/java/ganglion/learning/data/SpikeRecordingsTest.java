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
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files written by h5py with times in half precision, as the Heidelberg data sets have them. */
class SpikeRecordingsTest {

    @TempDir
    private Path directory;

    private static Path resource(String name) {
        try {
            return Path.of(SpikeRecordingsTest.class
                    .getResource("/ganglion/learning/data/" + name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shd-layout.h5", "shd-chunked.h5"})
    void sortsSpikesIntoSteps(String name) throws DataSetException {
        LabelledSamples read = SpikeRecordings.read(resource(name), new SpikeBinning(0.005, 60, 700));

        assertEquals(
                List.of(2, 0, 1), read.samples().stream().map(Sample::label).toList());
        SpikeInput first = (SpikeInput) read.samples().get(0).input();
        // 3 at 0 s; 699 at 10.002 ms and again at 10.498 ms, which is the same step; 0 at 250 ms.
        assertArrayEquals(new int[] {3, 699, 0}, first.neurons());
        assertEquals(1, first.at(0, 3));
        assertEquals(1, first.at(2, 699));
        assertEquals(1, first.at(50, 0));
        SpikeInput second = (SpikeInput) read.samples().get(1).input();
        assertArrayEquals(new int[] {11}, second.neurons(), "a spike at 500 ms is beyond 60 steps of 5 ms");
        assertEquals(0, ((SpikeInput) read.samples().get(2).input()).neurons().length);
    }

    @Test
    void takesTheNamesOfTheClassesIfThereAreAny() throws DataSetException {
        SpikeBinning binning = new SpikeBinning(0.01, 10, 700);

        assertEquals(
                List.of("zero", "one", "two"),
                SpikeRecordings.read(resource("shd-layout.h5"), binning).classes());
        assertEquals(
                List.of("0", "1", "2"),
                SpikeRecordings.read(resource("shd-chunked.h5"), binning).classes());
    }

    @Test
    void refusesChannelsThatDoNotExist() {
        Path file = resource("shd-layout.h5");

        String message = assertThrows(
                        DataSetException.class, () -> SpikeRecordings.read(file, new SpikeBinning(0.01, 10, 699)))
                .getMessage();

        assertTrue(
                message.endsWith(
                        "sample 0: found a spike of channel 699 at 0.01000213623046875 s, expected whole channels"
                                + " below 699 and times from 0 on"),
                message);
    }

    @Test
    void speakersAreGroups() throws IOException, DataSetException {
        SpikeBinning binning = new SpikeBinning(0.01, 10, 700);
        assertEquals(
                List.of(),
                SpikeRecordings.read(resource("shd-chunked.h5"), binning).groups());

        Path file = directory.resolve("spoken.h5");
        try (RecordingsWriter writer = new RecordingsWriter(file)) {
            writer.add(new double[] {0}, new double[] {1}, 0, 11);
            writer.add(new double[] {0}, new double[] {1}, 0, 4);
            writer.finish(List.of("zero"));
        }

        assertEquals(List.of("11", "4"), SpikeRecordings.read(file, binning).groups());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 1.5, Double.POSITIVE_INFINITY, 1e300})
    void refusesSpeakersThatAreNoWholeNumbers(double speaker) {
        assertEquals(
                "spoken.h5: speaker 1 is " + speaker + ", expected a whole number",
                assertThrows(
                                DataSetException.class,
                                () -> SpikeRecordings.speakers(Path.of("spoken.h5"), new double[] {3, speaker}))
                        .getMessage());
    }

    @Test
    void refusesOtherFiles() throws IOException {
        Path file = Files.writeString(directory.resolve("text.h5"), "no HDF5");

        String message = assertThrows(
                        DataSetException.class, () -> SpikeRecordings.read(file, new SpikeBinning(0.01, 10, 700)))
                .getMessage();

        assertTrue(message.startsWith(file + ": is not a readable HDF5 file"), message);
    }

    @Test
    void namesTheListThatIsMissing() throws IOException {
        Path file = directory.resolve("labels.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("labels", new int[] {0});
        }

        String message = assertThrows(
                        DataSetException.class, () -> SpikeRecordings.read(file, new SpikeBinning(0.01, 10, 700)))
                .getMessage();

        assertEquals(
                file + ": found no data set /spikes/times, expected spikes/times, spikes/units and labels", message);
    }

    @Test
    void saysThatAFileIsEmpty() throws IOException {
        Path file = Files.createFile(directory.resolve("empty.h5"));

        String message = assertThrows(
                        DataSetException.class, () -> SpikeRecordings.read(file, new SpikeBinning(0.01, 10, 700)))
                .getMessage();

        assertEquals(file + ": is empty, expected an HDF5 file", message);
    }
}
