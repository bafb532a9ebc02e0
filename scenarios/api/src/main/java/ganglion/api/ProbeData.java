package ganglion.api;

import ganglion.api.engine.ProbeSamples;
import ganglion.kernel.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a probe saw, a row for each time at which it looked. Immutable and thread safe; arrays are copies. */
@API(status = Status.STABLE, since = "0.2")
public final class ProbeData {

    private final ProbeSamples samples;
    private final Clock clock;

    ProbeData(ProbeSamples samples, Clock clock) {
        this.samples = samples;
        this.clock = clock;
    }

    /** What was looked at: {@code potential}, {@code current}, {@code weights} or {@code activity}. */
    public String kind() {
        return samples.kind();
    }

    /** The population; of weights the projection, as {@code FROM to TO}; empty for activity. */
    public String of() {
        return samples.of();
    }

    /** The neuron of each column of potentials and currents; empty for other kinds. */
    public int[] neurons() {
        return samples.neurons().clone();
    }

    /** Names of the columns of activity, such as {@code out_hz}; empty for other kinds. */
    public List<String> columns() {
        return List.copyOf(samples.names());
    }

    /** The synapse of each column of weights, with the weights of before the run; empty for other kinds. */
    public Optional<SynapseData> synapses() {
        return samples.synapses().map(SynapseData::new);
    }

    /** Ticks after which it looked, ascending. */
    public long[] ticks() {
        return samples.ticks().clone();
    }

    /** Times at which it looked, in seconds from the start of the run. */
    public double[] seconds() {
        return Arrays.stream(samples.ticks()).mapToDouble(clock::seconds).toArray();
    }

    /** All values: a row for each time, a column for each neuron, synapse or name. */
    public double[][] values() {
        return Arrays.stream(samples.values()).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * The values of one column, counted from 0, at all times.
     *
     * @throws InvalidInputException if there is no such column
     */
    public double[] column(int column) {
        InvalidInputException.index(column, samples.columns(), "column");
        return Arrays.stream(samples.values()).mapToDouble(row -> row[column]).toArray();
    }

    @Override
    public String toString() {
        return kind() + (of().isEmpty() ? "" : " of " + of()) + ": " + samples.ticks().length + " samples";
    }
}
