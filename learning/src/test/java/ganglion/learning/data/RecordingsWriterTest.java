package ganglion.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.cochlea.data.DataSetException;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SpikeInput;
import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsWriterTest {

    @TempDir
    private Path folder;

    private Path written() throws IOException {
        Path file = folder.resolve("digits.h5");
        double[] seconds = new double[5000];
        double[] channels = new double[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = (i / 10 + 0.5) * 0.002;
            channels[i] = i % 10 * 70;
        }
        try (RecordingsWriter writer = new RecordingsWriter(file)) {
            writer.add(new double[] {0, 0.0105, 1.5}, new double[] {3, 699, 1}, 1, 7);
            writer.add(new double[0], new double[0], 0, 65535);
            writer.add(seconds, channels, 2, 7);
            writer.finish(List.of("zero", "one", "fünf"));
        }
        return file;
    }

    @Test
    void theReaderGetsBackWhatWasWritten() throws IOException, DataSetException {
        LabelledSamples read = SpikeRecordings.read(written(), new SpikeBinning(0.01, 100, 700));

        assertEquals(List.of("zero", "one", "fünf"), read.classes());
        assertEquals(List.of("7", "65535", "7"), read.groups());
        assertEquals(
                List.of(1, 0, 2), read.samples().stream().map(Sample::label).toList());
        SpikeInput first = (SpikeInput) read.samples().get(0).input();
        assertArrayEquals(new int[] {3, 699}, first.neurons(), "1.5 s is beyond 100 steps of 10 ms");
        assertEquals(1, first.at(1, 699));
        assertEquals(0, ((SpikeInput) read.samples().get(1).input()).neurons().length);
        // Five frames of 2 ms and ten channels in each step: no rounded time is in another step.
        SpikeInput last = (SpikeInput) read.samples().get(2).input();
        for (int step = 0; step < 100; step++) {
            assertEquals(10, last.starts()[step + 1] - last.starts()[step], "step " + step);
        }
    }

    /** The layout that the data sets' page shows, in the types that they have. */
    @Test
    void layoutAndTypesAreThoseOfThePublishedFiles() throws IOException {
        try (HdfFile file = new HdfFile(written())) {
            assertEquals(
                    List.of("extra", "labels", "spikes"),
                    List.copyOf(file.getChildren().keySet()));
            assertEquals(2, file.getDatasetByPath("labels").getDataType().getSize());
            assertArrayEquals(new int[] {7, 65535, 7}, (int[])
                    file.getDatasetByPath("extra/speaker").getData());
            Object[] times = (Object[]) file.getDatasetByPath("spikes/times").getData(new long[] {0}, new int[] {1});
            assertArrayEquals(new float[] {0, 0.010498047f, 1.5f}, (float[]) times[0]);
        }
    }

    @Test
    void aFileHasASample() throws IOException {
        try (RecordingsWriter writer = new RecordingsWriter(folder.resolve("none.h5"))) {
            assertEquals(
                    "found no element, expected at least one",
                    assertThrows(IllegalArgumentException.class, () -> writer.finish(List.of("zero")))
                            .getMessage());
        }
    }

    @Test
    void numbersOutOfRangeAreRefused() throws IOException {
        try (RecordingsWriter writer = new RecordingsWriter(folder.resolve("bad.h5"))) {
            assertThrows(IllegalArgumentException.class, () -> writer.add(new double[] {-1}, new double[] {0}, 0, 0));
            assertThrows(
                    IllegalArgumentException.class, () -> writer.add(new double[] {0}, new double[] {70_000}, 0, 0));
        }
    }

    @Test
    void noFileIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("there.h5"), "mine");

        assertThrows(IOException.class, () -> new RecordingsWriter(file));

        assertEquals("mine", Files.readString(file));
    }
}
