package ganglion.report.probe;

import ganglion.documents.table.NpzWriter;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.scenario.model.Probe;
import ganglion.scenario.record.WeightSamples;
import ganglion.scenario.result.Recorded;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What probes saw, as NumPy arrays whose names begin with {@code probe-N-KIND-POPULATION.}: {@code ticks}; for neurons {@code
 * neurons} and {@code potential} or {@code current} with one row per tick and one column per neuron; for weights, per
 * projection {@code NUMBER-FROM-TO.sources}, {@code targets}, and {@code weights} with one row per tick and one column per
 * synapse; for activity every column of its table.
 */
public final class ProbeArrays {

    private ProbeArrays() {}

    /** Puts the arrays of all probes of a run. */
    public static void write(ScenarioRun run, NpzWriter npz) throws IOException {
        if (run.recorded().isEmpty()) {
            return;
        }
        List<Probe> probes = run.scenario().recording().probes();
        for (int number = 0; number < probes.size(); number++) {
            Probe probe = probes.get(number);
            String name = Recorded.probeName(probe, number);
            Path file = run.recorded().get().folder().resolve(name);
            switch (probe.kind()) {
                case POTENTIAL, STATE -> writeNeurons(probe, csv(file), name + ".", npz);
                case ACTIVITY -> writeColumns(csv(file), name + ".", npz);
                case WEIGHTS -> writeWeights(samples(run, file), name + ".", npz);
            }
        }
    }

    /** Writes the samples of weights of each probe of weights to an NPZ file of its own. */
    public static void writeWeights(ScenarioRun run, Path directory) throws IOException {
        if (run.recorded().isEmpty()) {
            return;
        }
        List<Probe> probes = run.scenario().recording().probes();
        for (int number = 0; number < probes.size(); number++) {
            if (probes.get(number).kind() == Probe.Kind.WEIGHTS) {
                String name = Recorded.probeName(probes.get(number), number);
                WeightSamples samples =
                        samples(run, run.recorded().get().folder().resolve(name));
                try (NpzWriter npz = new NpzWriter(Files.newOutputStream(directory.resolve(name + ".npz")))) {
                    npz.put("tick_seconds", new double[] {run.clock().tickSeconds()});
                    writeWeights(samples, "", npz);
                }
            }
        }
    }

    static ProbeCsv csv(Path file) {
        return new ProbeCsv(file.resolveSibling(file.getFileName() + ".csv"));
    }

    static WeightSamples samples(ScenarioRun run, Path file) {
        return new WeightSamples(file.resolveSibling(file.getFileName() + WeightSamples.SUFFIX), run.network());
    }

    private static void writeNeurons(Probe probe, ProbeCsv csv, String prefix, NpzWriter npz) throws IOException {
        long[] ticks = csv.ticks();
        npz.put(prefix + "ticks", ticks);
        npz.put(
                prefix + "neurons",
                Arrays.stream(probe.neurons()).asLongStream().toArray());
        String name = csv.columns().get(ProbeCsv.FIRST_VALUE + 1);
        try (ProbeCsv.Column values = csv.column(ProbeCsv.FIRST_VALUE + 1)) {
            npz.put(prefix + name, values::next, ticks.length, probe.neurons().length);
        }
    }

    private static void writeColumns(ProbeCsv csv, String prefix, NpzWriter npz) throws IOException {
        long[] ticks = csv.ticks();
        npz.put(prefix + "ticks", ticks);
        List<String> columns = csv.columns();
        for (int place = ProbeCsv.FIRST_VALUE; place < columns.size(); place++) {
            try (ProbeCsv.Column values = csv.column(place)) {
                npz.put(prefix + columns.get(place), values::next, ticks.length);
            }
        }
    }

    private static void writeWeights(WeightSamples samples, String prefix, NpzWriter npz) throws IOException {
        long[] ticks = samples.ticks();
        npz.put(prefix + "ticks", ticks);
        for (WeightSamples.Series one : samples.series()) {
            Projection projection = one.projection();
            String name = prefix + one.index() + "-" + projection.source() + "-" + projection.target() + ".";
            if (one.isWeights()) {
                writePairs(projection.synapses(), name, npz);
            }
            try (WeightSamples.Reader values = samples.reader(one)) {
                npz.put(
                        name + (one.isWeights() ? "" : "own.") + one.name(),
                        values::next,
                        ticks.length,
                        one.synapses());
            }
        }
    }

    /** Puts the source and the target of each synapse, by position: {@code sources} and {@code targets}. */
    public static void writePairs(Synapses synapses, String prefix, NpzWriter npz) throws IOException {
        long[] sources = new long[Math.toIntExact(synapses.count())];
        long[] targets = new long[sources.length];
        int position = 0;
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                sources[position] = source;
                targets[position++] = synapses.target(source, i);
            }
        }
        npz.put(prefix + "sources", sources);
        npz.put(prefix + "targets", targets);
    }
}
