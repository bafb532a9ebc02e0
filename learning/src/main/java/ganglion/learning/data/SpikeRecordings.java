package ganglion.learning.data;

import ganglion.cochlea.data.DataSetException;
import ganglion.documents.table.Hdf5Files;
import ganglion.documents.table.TableException;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SpikeInput;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Spike data sets in the HDF5 layout of the Heidelberg Digits (Cramer et al., "The Heidelberg spiking data sets", IEEE TNNLS
 * 33(7), 2022): {@code spikes/times} in seconds and {@code spikes/units}, one list per sample, {@code labels}, and, if
 * they are there, the names of the classes in {@code extra/keys} and the number of the speaker of each sample in {@code
 * extra/speaker}, by which samples are grouped.
 */
public final class SpikeRecordings {

    private static final int MOST_SAMPLES = 10_000_000;
    private static final int MOST_CLASSES = 100_000;

    /** Whole numbers up to it have a double each. */
    private static final double EXACT_BELOW = 0x1p53;

    private static final String SPEAKERS = "extra/speaker";

    /** Samples read at a time. */
    private static final int BLOCK = 256;

    private final Path file;
    private final SpikeBinning binning;

    private SpikeRecordings(Path file, SpikeBinning binning) {
        this.file = file;
        this.binning = binning;
    }

    /**
     * Reads a data set.
     *
     * @throws DataSetException if the file is not laid out like that, or a spike is of a channel that does not exist
     */
    public static LabelledSamples read(Path file, SpikeBinning binning) throws DataSetException {
        SpikeRecordings recordings = new SpikeRecordings(file, binning);
        try {
            return Hdf5Files.read(file, recordings::read);
        } catch (TableException e) {
            throw new DataSetException(file, e.getMessage(), e);
        }
    }

    /**
     * The class and the group of each sample, without its spikes.
     *
     * @param classes name of the class of each sample
     * @param groups name of the group of each sample; empty if there are none
     */
    public record Labels(List<String> classes, List<String> groups) {

        /** Takes copies of the lists. */
        public Labels {
            classes = List.copyOf(classes);
            groups = List.copyOf(groups);
        }
    }

    /**
     * Reads the labels of a data set, and no spikes.
     *
     * @throws DataSetException if the file is not laid out like that
     */
    public static Labels readLabels(Path file, SpikeBinning binning) throws DataSetException {
        SpikeRecordings recordings = new SpikeRecordings(file, binning);
        try {
            return Hdf5Files.read(file, recordings::readLabels);
        } catch (TableException e) {
            throw new DataSetException(file, e.getMessage(), e);
        }
    }

    private Labels readLabels(HdfFile hdf) throws DataSetException {
        int[] labels = labels(hdf);
        List<String> classes = classes(hdf, labels);
        return new Labels(Arrays.stream(labels).mapToObj(classes::get).toList(), speakers(hdf, labels.length));
    }

    private LabelledSamples read(HdfFile hdf) throws DataSetException {
        Dataset times = list(hdf, "spikes/times");
        Dataset units = list(hdf, "spikes/units");
        int[] labels = labels(hdf);
        List<String> speakers = speakers(hdf, labels.length);
        if (times.getDimensions()[0] != labels.length || units.getDimensions()[0] != labels.length) {
            throw new DataSetException(
                    file,
                    "found " + times.getDimensions()[0] + " lists of times, " + units.getDimensions()[0]
                            + " of units and " + labels.length + " labels, expected equally many");
        }
        List<Sample> samples = new ArrayList<>();
        for (int first = 0; first < labels.length; first += BLOCK) {
            int count = Math.min(BLOCK, labels.length - first);
            Object[] someTimes = rows(times, first, count);
            Object[] someUnits = rows(units, first, count);
            for (int i = 0; i < count; i++) {
                samples.add(new Sample(bin(first + i, someTimes[i], someUnits[i]), labels[first + i]));
            }
        }
        return new LabelledSamples(samples, classes(hdf, labels), speakers);
    }

    private Dataset dataset(HdfFile hdf, String path) throws DataSetException {
        if (!has(hdf, path)) {
            throw new DataSetException(
                    file, "found no data set /" + path + ", expected spikes/times, spikes/units and labels");
        }
        try {
            return Hdf5Files.checked(hdf.getDatasetByPath(path));
        } catch (TableException e) {
            throw new DataSetException(file, e.getMessage(), e);
        }
    }

    private Dataset list(HdfFile hdf, String path) throws DataSetException {
        Dataset dataset = dataset(hdf, path);
        if (!dataset.isVariableLength() || dataset.getDimensions().length != 1) {
            throw new DataSetException(file, "/" + path + " is not one list for each sample");
        }
        return dataset;
    }

    private static Object[] rows(Dataset dataset, int first, int count) {
        return (Object[]) dataset.getData(new long[] {first}, new int[] {count});
    }

    private int[] labels(HdfFile hdf) throws DataSetException {
        Dataset dataset = dataset(hdf, "labels");
        if (dataset.getDimensions().length != 1 || dataset.getDimensions()[0] > MOST_SAMPLES) {
            throw new DataSetException(
                    file,
                    "/labels has the extents " + Arrays.toString(dataset.getDimensions()) + ", expected one of at most "
                            + MOST_SAMPLES);
        }
        double[] values = numbers(dataset.getData());
        int[] labels = new int[values.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) values[i];
            if (labels[i] != values[i] || labels[i] < 0 || labels[i] >= MOST_CLASSES) {
                throw new DataSetException(file, "label " + i + " is " + values[i] + ", expected a class from 0 on");
            }
        }
        return labels;
    }

    private static List<String> classes(HdfFile hdf, int[] labels) {
        int count = Arrays.stream(labels).max().orElse(-1) + 1;
        List<String> classes = new ArrayList<>();
        if (has(hdf, "extra/keys") && hdf.getDatasetByPath("extra/keys").getData() instanceof String[] keys) {
            classes.addAll(List.of(keys));
        }
        for (int c = classes.size(); c < count; c++) {
            classes.add(Integer.toString(c));
        }
        return classes;
    }

    private List<String> speakers(HdfFile hdf, int samples) throws DataSetException {
        if (!has(hdf, SPEAKERS)) {
            return List.of();
        }
        Dataset dataset = dataset(hdf, SPEAKERS);
        if (!Arrays.equals(dataset.getDimensions(), new int[] {samples})) {
            throw new DataSetException(
                    file,
                    "/" + SPEAKERS + " has the extents " + Arrays.toString(dataset.getDimensions())
                            + ", expected one for each of the " + samples + " labels");
        }
        return speakers(file, numbers(dataset.getData()));
    }

    /** Names of speakers; one that a cast would change would be taken for another. */
    static List<String> speakers(Path file, double[] numbers) throws DataSetException {
        List<String> speakers = new ArrayList<>();
        for (double number : numbers) {
            if (number != Math.rint(number) || Math.abs(number) > EXACT_BELOW) {
                throw new DataSetException(
                        file, "speaker " + speakers.size() + " is " + number + ", expected a whole number");
            }
            speakers.add(Long.toString((long) number));
        }
        return speakers;
    }

    private static boolean has(Group root, String path) {
        Node node = root;
        for (String name : path.split("/")) {
            if (!(node instanceof Group group) || !group.getChildren().containsKey(name)) {
                return false;
            }
            node = group.getChild(name);
        }
        return true;
    }

    private SpikeInput bin(int sample, Object times, Object units) throws DataSetException {
        try {
            return binning.input(numbers(times), numbers(units));
        } catch (IllegalArgumentException e) {
            throw new DataSetException(file, "sample " + sample + ": " + e.getMessage(), e);
        }
    }

    /**
     * The numbers of an array; the array itself if it holds doubles. The usual types of spikes are read without reflection, for speed.
     *
     * @throws UnsupportedOperationException if it is no array of numbers
     */
    private static double[] numbers(Object array) {
        if (array instanceof double[] doubles) {
            return doubles;
        }
        if (!array.getClass().isArray() || !array.getClass().getComponentType().isPrimitive()) {
            throw new UnsupportedOperationException("expected an array of numbers");
        }
        double[] values = new double[Array.getLength(array)];
        if (array instanceof float[] singles) {
            Arrays.setAll(values, i -> singles[i]);
        } else if (array instanceof int[] whole) {
            Arrays.setAll(values, i -> whole[i]);
        } else {
            Arrays.setAll(values, i -> Array.getDouble(array, i));
        }
        return values;
    }
}
