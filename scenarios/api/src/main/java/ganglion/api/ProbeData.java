package ganglion.api;

import ganglion.kernel.network.Projection;
import ganglion.kernel.time.Clock;
import ganglion.report.probe.ProbeCsv;
import ganglion.scenario.model.Probe;
import ganglion.scenario.model.Probe.Kind;
import ganglion.scenario.record.WeightSamples;
import ganglion.scenario.result.Recorded;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a probe saw, a row for each time at which it looked. The arrays are the caller's own.
 *
 * @param kind what was looked at
 * @param of the population; of weights the projection, as {@code FROM to TO}; empty for activity
 * @param columns names of the columns: of potentials and currents the numbers of the neurons, of activity such as {@code out_hz}; of weights none
 * @param synapses the synapse of each column of weights, with the weights of before the run; empty for other kinds
 * @param ticks after which it looked, ascending
 * @param seconds the same in seconds from the start of the run
 * @param values a row for each time, a column for each neuron, synapse or name
 */
@API(status = Status.STABLE, since = "0.2")
public record ProbeData(
        Kind kind,
        String of,
        List<String> columns,
        Optional<SynapseData> synapses,
        long[] ticks,
        double[] seconds,
        double[][] values) {

    private static ProbeData of(
            Probe probe,
            String of,
            List<String> columns,
            Optional<SynapseData> synapses,
            long[] ticks,
            Clock clock,
            double[][] values) {
        double[] seconds = Arrays.stream(ticks).mapToDouble(clock::seconds).toArray();
        return new ProbeData(probe.kind(), of, columns, synapses, ticks, seconds, values);
    }

    /** The values of one column, counted from 0, at all times. */
    public double[] column(int column) {
        return Arrays.stream(values).mapToDouble(row -> row[column]).toArray();
    }

    /**
     * What the probes of a run saw, in their order; a probe of weights gives one for each plastic projection, and
     * one for each variable that its synapses have of their own.
     *
     * @param wanted says by {@link #kind} and {@link #of} what is read
     * @throws IOException if it cannot be read back
     */
    static List<ProbeData> of(ScenarioRun run, BiPredicate<Kind, String> wanted) throws IOException {
        List<ProbeData> all = new ArrayList<>();
        if (run.recorded().isEmpty()) {
            return all;
        }
        List<Probe> probes = run.scenario().recording().probes();
        for (int number = 0; number < probes.size(); number++) {
            Probe probe = probes.get(number);
            String name = Recorded.probeName(probe, number);
            Path folder = run.recorded().get().folder();
            if (probe.kind() == Kind.WEIGHTS) {
                WeightSamples samples = new WeightSamples(folder.resolve(name + WeightSamples.SUFFIX), run.network());
                all.addAll(ofWeights(probe, samples, run.clock(), wanted));
            } else if (wanted.test(probe.kind(), probe.population())) {
                all.add(ofTable(probe, new ProbeCsv(folder.resolve(name + ".csv")), run.clock()));
            }
        }
        return all;
    }

    /** Of activity the table has a column for each value, of others a row for each neuron, with its number before its value. */
    private static ProbeData ofTable(Probe probe, ProbeCsv table, Clock clock) throws IOException {
        boolean wide = probe.kind() == Kind.ACTIVITY;
        List<String> names = wide
                ? table.columns().subList(ProbeCsv.FIRST_VALUE, table.columns().size())
                : IntStream.of(probe.neurons()).mapToObj(Integer::toString).toList();
        long[] ticks = table.ticks();
        double[][] values = new double[ticks.length][names.size()];
        int tableColumns = wide ? names.size() : 1;
        int first = ProbeCsv.FIRST_VALUE + (wide ? 0 : 1);
        for (int place = 0; place < tableColumns; place++) {
            try (ProbeCsv.Column column = table.column(first + place)) {
                for (double[] row : values) {
                    for (int i = place; i < row.length; i += tableColumns) {
                        row[i] = column.next();
                    }
                }
            }
        }
        return of(probe, probe.population(), names, Optional.empty(), ticks, clock, values);
    }

    private static List<ProbeData> ofWeights(
            Probe probe, WeightSamples samples, Clock clock, BiPredicate<Kind, String> wanted) throws IOException {
        List<ProbeData> all = new ArrayList<>();
        for (WeightSamples.Series one : samples.series()) {
            Projection projection = one.projection();
            String of = projection.source() + " to " + projection.target() + (one.isWeights() ? "" : ", " + one.name());
            if (!wanted.test(Kind.WEIGHTS, of)) {
                continue;
            }
            int[] positions = SynapseData.positions(projection.synapses());
            long[] ticks = samples.ticks();
            double[] before = new double[positions.length];
            double[][] values = new double[ticks.length][];
            try (WeightSamples.Reader reader = samples.reader(one)) {
                for (int t = 0; t < ticks.length; t++) {
                    for (int i = 0; i < before.length; i++) {
                        before[i] = reader.next();
                    }
                    values[t] = IntStream.of(positions)
                            .mapToDouble(position -> before[position])
                            .toArray();
                }
            }
            Optional<SynapseData> synapses = Optional.of(SynapseData.of(projection, Optional.empty()));
            all.add(of(probe, of, List.of(), synapses, ticks, clock, values));
        }
        return all;
    }

    @Override
    public String toString() {
        return kind + (of.isEmpty() ? "" : " of " + of) + ": " + ticks.length + " samples";
    }
}
