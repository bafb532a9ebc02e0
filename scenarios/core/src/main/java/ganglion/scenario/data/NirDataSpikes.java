package ganglion.scenario.data;

import ganglion.documents.table.Hdf5Files;
import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;

/**
 * Reads spikes in the layout of NIRData, in which simulators exchange what the nodes of a NIR graph get and give: {@code
 * nodes/NODE/observables/spikes}, of which the attribute {@code __type__} says that it is {@code EventData} (arrays {@code idx} and {@code
 * time}, in seconds, of samples x events; an index of -1 is no event), {@code ValuedEventData} of value 1, or {@code TimeGriddedData} (an array
 * {@code data} of samples x steps x neurons, and the length {@code dt} of a step in seconds; step k is the time k dt).
 * An event belongs to the tick that it falls into.
 *
 * <p>Source: the Python package nir, module {@code nir.data_ir} (github.com/neuromorphs/NIR).
 */
final class NirDataSpikes {

    private static final String TYPE = "__type__";
    private static final int MOST_VALUES = 50_000_000;
    private static final int MOST_COUNT = 255;
    private static final double MOST_TICKS = 1e15;

    /** A time that rounding has put just below its tick belongs to the tick, as a share of it. */
    private static final double ROUNDING = 1e-6;

    private final Group data;
    private final int sample;
    private final int size;

    private NirDataSpikes(Group data, int sample, int size) {
        this.data = data;
        this.sample = sample;
        this.size = size;
    }

    /** Whether a file has this layout. */
    static boolean holds(Group file) throws TableException {
        return file.getAttribute(TYPE) != null && "NIRGraphData".equals(attribute(file, TYPE));
    }

    /**
     * The spikes of a node.
     *
     * @param part name of the node, with the number of a sample after a slash; what there is only one of may be left out
     */
    static SpikeRaster read(Group file, String part, int size, Clock clock) throws TableException {
        int slash = part.lastIndexOf('/');
        String number = slash < 0 ? "" : part.substring(slash + 1);
        if (slash >= 0 && !number.matches("\\d{1,9}")) {
            throw new TableException("found the sample \"" + number + "\", expected a number from 0");
        }
        Group nodes = child(file, "nodes");
        String node = slash < 0 ? part : part.substring(0, slash);
        if (node.isEmpty() && nodes.getChildren().size() == 1) {
            node = nodes.getChildren().keySet().iterator().next();
        }
        if (!(nodes.getChild(node) instanceof Group found)) {
            List<String> names =
                    nodes.getChildren().keySet().stream().sorted().limit(20).toList();
            throw new TableException("found no node \"" + node + "\", expected one of " + names + " after #");
        }
        Group spikes = child(child(found, "observables"), "spikes");
        return new NirDataSpikes(spikes, number.isEmpty() ? -1 : Integer.parseInt(number), size).raster(clock);
    }

    private SpikeRaster raster(Clock clock) throws TableException {
        Object type = attribute(data, TYPE);
        if ("TimeGriddedData".equals(type)) {
            return gridded(clock);
        }
        boolean valued = "ValuedEventData".equals(type);
        if (!valued && !"EventData".equals(type)) {
            throw new TableException("found spikes of the type \"" + type
                    + "\", expected EventData, ValuedEventData or TimeGriddedData");
        }
        checkNeurons((long) number("n_neurons"));
        double[] neurons = row("idx", 2);
        double[] seconds = row("time", 2);
        double[] values = valued ? row("value", 2) : neurons;
        if (seconds.length != neurons.length || values.length != neurons.length) {
            throw new TableException("found " + neurons.length + " events in idx, " + seconds.length + " in time and "
                    + values.length + " values, expected equal numbers");
        }
        SpikeRaster.Builder spikes = SpikeRaster.builder(size);
        for (int i = 0; i < neurons.length; i++) {
            if (neurons[i] == -1) {
                continue;
            }
            if (!(neurons[i] >= 0 && neurons[i] < size) || neurons[i] != Math.rint(neurons[i])) {
                throw new TableException("event " + i + ": found the neuron " + neurons[i] + ", expected 0 to "
                        + (size - 1) + ", or -1 for none");
            }
            if (valued && values[i] != 1) {
                throw new TableException("event " + i + ": found the value " + values[i] + ", expected spikes, of 1");
            }
            double tick = Math.floor(seconds[i] / clock.tickSeconds() + ROUNDING);
            if (!(tick >= 0 && tick <= MOST_TICKS)) {
                throw new TableException("event " + i + ": found the time " + seconds[i] + " s, expected 0 s or more");
            }
            spikes.add((long) tick, (int) neurons[i]);
        }
        return spikes.buildMerged();
    }

    private SpikeRaster gridded(Clock clock) throws TableException {
        double step = number("dt");
        if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
            throw new TableException("found dt " + step + ", expected a time in seconds above 0");
        }
        double[] counts = row("data", 3);
        SpikeRaster.Builder spikes = SpikeRaster.builder(size);
        for (int i = 0; i < counts.length; i++) {
            if (!(counts[i] >= 0 && counts[i] <= MOST_COUNT) || counts[i] != Math.rint(counts[i])) {
                throw new TableException("step " + i / size + ", neuron " + i % size + ": found " + counts[i]
                        + ", expected 0 and 1, or counts of spikes up to " + MOST_COUNT);
            }
            for (int k = 0; k < counts[i]; k++) {
                spikes.add(clock.nearestTick(i / size * step), i % size);
            }
        }
        return spikes.buildMerged();
    }

    private void checkNeurons(long found) throws TableException {
        if (found != size) {
            throw new TableException("found " + found + " neurons, expected the " + size + " of the input");
        }
    }

    /** The numbers of the sample in an array whose first dimension is that of samples. */
    private double[] row(String name, int dimensions) throws TableException {
        if (!(data.getChild(name) instanceof Dataset dataset)) {
            throw new TableException("found no data set \"" + name + "\" of the spikes");
        }
        int[] shape = dataset.getDimensions();
        long values = 1;
        for (int length : shape) {
            values = Math.min(values * length, Integer.MAX_VALUE);
        }
        if (shape.length != dimensions || values > MOST_VALUES) {
            throw new TableException("found \"" + name + "\" of the shape " + Arrays.toString(shape) + ", expected "
                    + dimensions + " dimensions and at most " + MOST_VALUES + " values");
        }
        if (dimensions == 3) {
            checkNeurons(shape[2]);
        }
        if (sample < 0 ? shape[0] != 1 : sample >= shape[0]) {
            throw new TableException("found " + shape[0] + " samples, expected "
                    + (sample < 0 ? "the number of one after the node, such as #in/0" : "more than " + sample));
        }
        int length = (int) (values / shape[0]);
        Object flat = values == 0 ? new double[0] : Hdf5Files.checked(dataset).getDataFlat();
        double[] row = new double[length];
        for (int i = 0; i < length; i++) {
            row[i] = value(Array.get(flat, Math.max(sample, 0) * length + i), name);
        }
        return row;
    }

    /** h5py writes booleans as an enumeration. */
    private static double value(Object value, String name) throws TableException {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if ("TRUE".equals(value) || "FALSE".equals(value)) {
            return "TRUE".equals(value) ? 1 : 0;
        }
        throw new TableException("found \"" + name + "\" without numbers");
    }

    private double number(String name) throws TableException {
        if (!(attribute(data, name) instanceof Number number)) {
            throw new TableException("found the attribute " + name + " of the spikes without a number");
        }
        return number.doubleValue();
    }

    private static Object attribute(Node node, String name) throws TableException {
        Attribute attribute = node.getAttribute(name);
        if (attribute == null) {
            throw new TableException("found no attribute " + name + " of " + node.getName());
        }
        return attribute.getData();
    }

    private static Group child(Group group, String name) throws TableException {
        if (!(group.getChild(name) instanceof Group found)) {
            throw new TableException("found no group \"" + name + "\" in " + group.getPath());
        }
        return found;
    }
}
