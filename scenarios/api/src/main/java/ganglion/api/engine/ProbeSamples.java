package ganglion.api.engine;

import ganglion.kernel.MembraneTrace;
import ganglion.kernel.network.Projection;
import ganglion.report.probe.ProbeCsv;
import ganglion.scenario.model.Probe;
import ganglion.scenario.record.WeightSamples;
import ganglion.scenario.result.Recorded;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What a probe saw.
 *
 * @param kind {@code potential}, {@code current}, {@code weights} or {@code activity}
 * @param of the population; of weights the projection as {@code FROM to TO}; empty for activity
 * @param names names of the columns: of neurons and synapses none
 * @param neurons the neuron of each column; of others none
 * @param synapses the synapse of each column; only of weights
 * @param ticks when it looked
 * @param values a row for each tick
 */
public record ProbeSamples(
        String kind,
        String of,
        List<String> names,
        int[] neurons,
        Optional<SynapseColumns> synapses,
        long[] ticks,
        double[][] values) {

    /** A kind of samples. */
    public static final String POTENTIAL = "potential";

    /** A kind of samples. */
    public static final String CURRENT = "current";

    /** A kind of samples. */
    public static final String WEIGHTS = "weights";

    /** A kind of samples. */
    public static final String ACTIVITY = "activity";

    /** Number of columns. */
    public int columns() {
        return switch (kind) {
            case POTENTIAL, CURRENT -> neurons.length;
            case WEIGHTS -> synapses.orElseThrow().weights().length;
            default -> names.size();
        };
    }

    /** The potentials of a population at every tick, if the scenario records those. */
    public static Optional<ProbeSamples> everyTick(ScenarioRun run, String population) {
        return run.result().membranes().stream()
                .filter(trace -> trace.population().equals(population))
                .findFirst()
                .map(ProbeSamples::ofTrace);
    }

    private static ProbeSamples ofTrace(MembraneTrace trace) {
        int count = trace.neuronCount();
        double[][] rows = new double[trace.ticks()][count];
        for (int tick = 0; tick < rows.length; tick++) {
            System.arraycopy(trace.potentials(), tick * count, rows[tick], 0, count);
        }
        return new ProbeSamples(
                POTENTIAL,
                trace.population(),
                List.of(),
                IntStream.range(0, count).toArray(),
                Optional.empty(),
                LongStream.range(0, rows.length).toArray(),
                rows);
    }

    /**
     * What the probes of a run saw, in their order; a probe of weights gives one for each plastic projection.
     *
     * @param wanted says by {@link #kind} and {@link #of} what is read
     * @throws IOException if it cannot be read back
     */
    public static List<ProbeSamples> of(ScenarioRun run, BiPredicate<String, String> wanted) throws IOException {
        List<ProbeSamples> all = new ArrayList<>();
        if (run.recorded().isEmpty()) {
            return all;
        }
        List<Probe> probes = run.scenario().recording().probes();
        for (int number = 0; number < probes.size(); number++) {
            Probe probe = probes.get(number);
            String kind = kind(probe);
            if (!kind.equals(WEIGHTS) && !wanted.test(kind, probe.population())) {
                continue;
            }
            Path folder = run.recorded().get().folder();
            String name = Recorded.probeName(probe, number);
            switch (probe.kind()) {
                case POTENTIAL, CURRENT -> all.add(ofNeurons(probe, new ProbeCsv(folder.resolve(name + ".csv"))));
                case ACTIVITY -> all.add(ofActivity(new ProbeCsv(folder.resolve(name + ".csv"))));
                case WEIGHTS ->
                    all.addAll(ofWeights(
                            new WeightSamples(folder.resolve(name + WeightSamples.SUFFIX), run.network()), wanted));
            }
        }
        return all;
    }

    private static String kind(Probe probe) {
        return switch (probe.kind()) {
            case POTENTIAL -> POTENTIAL;
            case CURRENT -> CURRENT;
            case WEIGHTS -> WEIGHTS;
            case ACTIVITY -> ACTIVITY;
        };
    }

    private static ProbeSamples ofNeurons(Probe probe, ProbeCsv table) throws IOException {
        int[] neurons = probe.neurons().clone();
        long[] ticks = table.ticks();
        double[][] values = new double[ticks.length][neurons.length];
        try (ProbeCsv.Column column = table.column(ProbeCsv.FIRST_VALUE + 1)) {
            for (double[] row : values) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = column.next();
                }
            }
        }
        return new ProbeSamples(kind(probe), probe.population(), List.of(), neurons, Optional.empty(), ticks, values);
    }

    private static ProbeSamples ofActivity(ProbeCsv table) throws IOException {
        List<String> names =
                table.columns().subList(ProbeCsv.FIRST_VALUE, table.columns().size());
        long[] ticks = table.ticks();
        double[][] values = new double[ticks.length][names.size()];
        for (int place = 0; place < names.size(); place++) {
            try (ProbeCsv.Column column = table.column(ProbeCsv.FIRST_VALUE + place)) {
                for (double[] row : values) {
                    row[place] = column.next();
                }
            }
        }
        return new ProbeSamples(ACTIVITY, "", names, new int[0], Optional.empty(), ticks, values);
    }

    private static List<ProbeSamples> ofWeights(WeightSamples samples, BiPredicate<String, String> wanted)
            throws IOException {
        List<ProbeSamples> all = new ArrayList<>();
        long[] ticks = samples.ticks();
        for (int number : samples.projections()) {
            Projection projection = samples.network().projections().get(number);
            String of = projection.source() + " to " + projection.target();
            if (!wanted.test(WEIGHTS, of)) {
                continue;
            }
            int[] positions = SynapseColumns.positions(projection.synapses());
            double[] before = new double[positions.length];
            double[][] values = new double[ticks.length][positions.length];
            try (WeightSamples.Reader reader = samples.reader(number)) {
                for (double[] row : values) {
                    for (int i = 0; i < before.length; i++) {
                        before[i] = reader.next();
                    }
                    for (int i = 0; i < row.length; i++) {
                        row[i] = before[positions[i]];
                    }
                }
            }
            all.add(new ProbeSamples(
                    WEIGHTS,
                    of,
                    List.of(),
                    new int[0],
                    Optional.of(SynapseColumns.of(projection, Optional.empty())),
                    ticks,
                    values));
        }
        return all;
    }
}
