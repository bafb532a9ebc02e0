package ganglion.learning.data;

import ganglion.documents.table.Hdf5ListFile;
import ganglion.documents.table.Hdf5ListFile.Hdf5Number;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes recorded spikes as {@link SpikeRecordings} reads them, in the types of the published Heidelberg data sets: times in half
 * precision, channels, labels and speakers as whole numbers of 16 bits. Only one sample is in memory at a time.
 */
public final class RecordingsWriter implements Closeable {

    private final Hdf5ListFile file;
    private final List<Hdf5ListFile.Reference> times = new ArrayList<>();
    private final List<Hdf5ListFile.Reference> units = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    private final List<Integer> speakers = new ArrayList<>();

    /** @param path does not exist yet */
    public RecordingsWriter(Path path) throws IOException {
        this.file = new Hdf5ListFile(path);
    }

    /**
     * Adds a sample.
     *
     * @param seconds time of each spike, 0 to 65504 s; half precision keeps them within 0.25 ms below 1 s
     * @param channels channel of each spike, 0 to 65535
     * @param label number of the class
     * @param speaker number of the speaker
     * @throws IllegalArgumentException if a number is out of its range
     */
    public void add(double[] seconds, double[] channels, int label, int speaker) throws IOException {
        List<Hdf5ListFile.Reference> lists =
                file.putLists(Hdf5Number.HALF, seconds, Hdf5Number.UNSIGNED_SHORT, channels);
        times.add(lists.get(0));
        units.add(lists.get(1));
        labels.add(label);
        speakers.add(speaker);
    }

    /** Makes the file complete. @param classes names of the classes, by number */
    public void finish(List<String> classes) throws IOException {
        Map<String, Long> spikes = new LinkedHashMap<>();
        spikes.put("times", file.putLists(Hdf5Number.HALF, times));
        spikes.put("units", file.putLists(Hdf5Number.UNSIGNED_SHORT, units));
        Map<String, Long> extra = new LinkedHashMap<>();
        extra.put("keys", file.putTexts(classes));
        extra.put("speaker", file.putNumbers(Hdf5Number.UNSIGNED_SHORT, numbers(speakers)));
        Map<String, Long> root = new LinkedHashMap<>();
        root.put("extra", file.putGroup(extra));
        root.put("labels", file.putNumbers(Hdf5Number.UNSIGNED_SHORT, numbers(labels)));
        root.put("spikes", file.putGroup(spikes));
        file.finish(file.putGroup(root));
    }

    private static double[] numbers(List<Integer> values) {
        return values.stream().mapToDouble(Integer::intValue).toArray();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
