package ganglion.scenario.data;

import ganglion.documents.table.Hdf5Files;
import ganglion.documents.table.TableException;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A data set of labelled spike trains in the layout of SHD and SSC: {@code spikes/times} (in seconds), {@code spikes/units}
 * and {@code labels}, with a list of its own length for each sample. Opening reads the labels only; a sample is read when it
 * is asked for.
 *
 * <p>Source: Cramer et al., "The Heidelberg spiking data sets for the systematic evaluation of spiking neural networks",
 * IEEE Trans. Neural Netw. Learn. Syst. 33(7), 2022.
 */
public final class SampleFile implements AutoCloseable {

    private static final int MOST_SAMPLES = 10_000_000;

    /** The most spikes of a sample that are believed; those of SHD have some ten thousand. */
    private static final int MOST_SPIKES_EACH = 50_000_000;

    private final HdfFile hdf;
    private final Dataset times;
    private final Dataset units;
    private final int[] labels;

    private SampleFile(HdfFile hdf) throws TableException {
        this.hdf = hdf;
        this.times = dataset("spikes/times");
        this.units = dataset("spikes/units");
        this.labels = whole(dataset("labels").getData(), "labels");
        requireSize(times, "spikes/times");
        requireSize(units, "spikes/units");
    }

    /** @throws TableException if the file has another layout */
    public static SampleFile open(Path file) throws TableException {
        HdfFile hdf = Hdf5Files.open(file);
        try {
            return new SampleFile(hdf);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            hdf.close();
            throw Hdf5Files.unreadable(e);
        } catch (TableException e) {
            hdf.close();
            throw e;
        }
    }

    private Dataset dataset(String path) throws TableException {
        Dataset found;
        try {
            found = hdf.getDatasetByPath(path);
        } catch (RuntimeException e) {
            throw new TableException(
                    "found no data set \"" + path + "\", expected spikes/times, spikes/units and labels", e);
        }
        if (found.getDimensions().length != 1 || found.getDimensions()[0] > MOST_SAMPLES) {
            throw new TableException("found the data set \"" + path + "\" of shape "
                    + Arrays.toString(found.getDimensions()) + ", expected a list of at most " + MOST_SAMPLES);
        }
        return Hdf5Files.checked(found);
    }

    private void requireSize(Dataset dataset, String path) throws TableException {
        if (dataset.getDimensions()[0] != labels.length) {
            throw new TableException("found " + dataset.getDimensions()[0] + " samples in \"" + path + "\" and "
                    + labels.length + " labels, expected equal numbers");
        }
    }

    /** Number of samples. */
    public int size() {
        return labels.length;
    }

    /** What a sample is, as a number from 0. */
    public int label(int sample) {
        return labels[sample];
    }

    /**
     * The spikes of a sample. May be called from one thread at a time.
     *
     * @throws TableException if there is no such sample, or it cannot be read
     */
    public EventTrain sample(int sample) throws TableException {
        if (sample < 0 || sample >= labels.length) {
            throw new TableException("found sample " + sample + " asked for, expected 0 to " + (labels.length - 1));
        }
        double[] seconds = decimal(list(times, sample));
        int[] neurons = whole(list(units, sample), "units");
        if (seconds.length != neurons.length) {
            throw new TableException(
                    "found " + seconds.length + " times and " + neurons.length + " units, expected equal numbers");
        }
        return new EventTrain(seconds, neurons);
    }

    private static Object list(Dataset lists, int sample) throws TableException {
        try {
            Object[] one = (Object[]) lists.getData(new long[] {sample}, new int[] {1});
            return one[0];
        } catch (RuntimeException | OutOfMemoryError e) {
            throw Hdf5Files.unreadable(e);
        }
    }

    private static double[] decimal(Object list) throws TableException {
        double[] values;
        if (list instanceof float[] singles) {
            values = IntStream.range(0, singles.length)
                    .mapToDouble(i -> singles[i])
                    .toArray();
        } else if (list instanceof double[] doubles) {
            values = doubles;
        } else {
            throw new TableException("found no times, expected numbers with decimals");
        }
        if (values.length > MOST_SPIKES_EACH) {
            throw new TableException("found " + values.length + " spikes, expected at most " + MOST_SPIKES_EACH);
        }
        return values;
    }

    private static int[] whole(Object list, String what) throws TableException {
        if (list instanceof int[] values) {
            return values;
        } else if (list instanceof long[] values) {
            return Arrays.stream(values).mapToInt(SampleFile::nearest).toArray();
        } else if (list instanceof short[] values) {
            return IntStream.range(0, values.length).map(i -> values[i]).toArray();
        } else if (list instanceof byte[] values) {
            return IntStream.range(0, values.length).map(i -> values[i]).toArray();
        }
        throw new TableException("found no whole numbers as " + what);
    }

    /** The nearest number of 32 bits, so that one that is out of range stays so. */
    static int nearest(long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(value, Integer.MAX_VALUE));
    }

    @Override
    public void close() {
        hdf.close();
    }
}
