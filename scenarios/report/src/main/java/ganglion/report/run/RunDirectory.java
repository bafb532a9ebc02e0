package ganglion.report.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.OutputException;
import ganglion.documents.output.Checksum;
import ganglion.hardware.layered.ActivityKeys;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.time.Clock;
import ganglion.report.files.DirectoryPublisher;
import ganglion.report.files.IfExists;
import ganglion.report.files.JsonDocument;
import ganglion.report.files.OwnDirectory;
import ganglion.report.files.ParallelWriting;
import ganglion.report.files.ResultFolder;
import ganglion.report.page.DrawingDocument;
import ganglion.report.page.ReportPage;
import ganglion.report.probe.ProbeArrays;
import ganglion.report.probe.ProbeCurves;
import ganglion.report.result.Verdict;
import ganglion.report.spikes.NpzRecording;
import ganglion.report.spikes.RecordedSpikes;
import ganglion.report.spikes.SonataFile;
import ganglion.report.spikes.SpikesCsv;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.record.WeightSamples;
import ganglion.scenario.result.Recorded;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Writes the results of a run: {@code result.json}, {@code spikes.csv}, {@code report.html},
 * recorded membrane potentials, and {@code origin.json}, from which the run can be costed again. The directory appears complete or not at all.
 */
public final class RunDirectory {

    private static final OwnDirectory KIND = new OwnDirectory(
            "run directory",
            RunFiles.RESULT,
            ResultDocument.FORMAT,
            ResultDocument.FORMAT_VERSION,
            Set.of(RunFiles.REPORT),
            RunFiles.LISTED);

    private static final DirectoryPublisher PUBLISHER = new DirectoryPublisher(KIND);

    private RunDirectory() {}

    /**
     * Looks whether a run directory may be written, before the run.
     *
     * @throws OutputException saying in one line what is in the way
     */
    public static void check(Path target, IfExists ifExists) throws OutputException {
        PUBLISHER.check(target, ifExists);
    }

    /**
     * Writes a run directory, and never changes an existing one.
     *
     * @param target its place
     * @return where it is: {@code target}, or {@code target-2}, {@code target-3}, ... if that exists
     * @throws IOException saying in one line why nothing was written
     */
    public static Path write(ScenarioRun run, Path target, RunManifest manifest) throws IOException {
        return write(run, target, manifest, IfExists.TAKE_ANOTHER_NAME);
    }

    /**
     * Writes a run directory.
     *
     * @param target its place
     * @param ifExists what to do if the target exists
     * @return where it is
     * @throws IOException saying in one line why nothing was written; an existing directory stays
     */
    public static Path write(ScenarioRun run, Path target, RunManifest manifest, IfExists ifExists) throws IOException {
        RunOfNamedFile origin = directory -> RunOrigin.of(run, directory);
        return PUBLISHER.publish(target, ifExists, directory -> writeFiles(run, manifest, origin, directory));
    }

    /**
     * Writes the run directory of a scenario that has no file of its own, with the scenario in it.
     *
     * @param target its place
     * @param scenario writes the scenario, as it ran, and the files that belong to it
     * @return where it is
     * @throws IOException saying in one line why nothing was written; an existing directory stays
     */
    public static Path writeWithScenario(
            ScenarioRun run, Path target, RunManifest manifest, IfExists ifExists, ScenarioFiller scenario)
            throws IOException {
        RunOfNamedFile origin = directory -> RunOrigin.within(run, RunFiles.SCENARIO);
        return PUBLISHER.publish(target, ifExists, directory -> {
            scenario.fill(directory.resolve(RunFiles.SCENARIO));
            writeFiles(run, manifest, origin, directory);
        });
    }

    /** Writes a scenario file. Files that belong to it have names that begin with {@code scenario.}, and end in .npy or .npz. */
    @FunctionalInterface
    public interface ScenarioFiller {

        /** Writes it. */
        void fill(Path file) throws IOException;
    }

    /** Tells where the scenario of a run is. */
    private interface RunOfNamedFile {

        RunOrigin origin(Path directory);
    }

    private static void writeFiles(ScenarioRun run, RunManifest manifest, RunOfNamedFile origin, Path directory)
            throws IOException {
        RecordedSpikes spikes = RecordedSpikes.of(run);
        ParallelWriting writing = new ParallelWriting();
        Supplier<String> hash = writing.give(
                () -> Checksum.ofWritten(directory.resolve(RunFiles.SPIKES), out -> SpikesCsv.write(spikes, out)));
        if (!run.isStreamed()) {
            writing.add(() -> origin.origin(directory).write(directory.resolve(RunFiles.ORIGIN)));
            writing.add(() -> JsonDocument.write(
                    ActivityKeys.write(
                            DeviceEstimates.of(run).activity(run.scenario().name())),
                    directory.resolve(RunFiles.ACTIVITY)));
        }
        Supplier<ObjectNode> result = writing.give(() -> ResultDocument.of(run, manifest, spikes, hash));
        for (MembraneTrace trace : run.result().membranes()) {
            writing.add(() -> MembraneCsv.write(trace, run.clock(), directory.resolve(RunFiles.membranes(trace))));
        }
        Supplier<ObjectNode> drawing = writing.give(() -> drawing(run, spikes));
        writing.add(() -> writeWeights(run, directory));
        writing.add(() -> ProbeArrays.writeWeights(run, directory));
        writing.run();
        if (run.scenario().recording().sonata()) {
            SonataFile.write(spikes, directory);
        }
        if (run.scenario().recording().npz()) {
            NpzRecording.write(spikes, run.result(), npz -> ProbeArrays.write(run, npz), directory);
        }
        keepRecordings(run, directory);
        result.get().set("files", ResultFolder.files(directory, Map.of(RunFiles.SPIKES, hash.get())));
        writePages(run, result.get(), drawing.get(), directory);
    }

    private static ObjectNode drawing(ScenarioRun run, RecordedSpikes spikes) throws IOException {
        ObjectNode drawing =
                DrawingDocument.of(run.clips(), spikes.inMemory(), run.result().membranes());
        drawing.set("curves", ProbeCurves.of(run));
        return drawing;
    }

    private static void writePages(ScenarioRun run, ObjectNode result, ObjectNode drawing, Path directory)
            throws IOException {
        String title = run.scenario().name() + ": " + Verdict.of(run).text();
        ParallelWriting writing = new ParallelWriting();
        writing.add(() -> Files.writeString(directory.resolve(RunFiles.REPORT), ReportPage.of(title, result, drawing)));
        writing.add(() -> JsonDocument.write(result, directory.resolve(RunFiles.RESULT)));
        writing.run();
    }

    /** Links the files of probes, which may be large and stay where they are; copies them if the file system has no links. */
    private static void keepRecordings(ScenarioRun run, Path directory) throws IOException {
        if (run.recorded().isEmpty()) {
            return;
        }
        try (Stream<Path> files = Files.list(run.recorded().get().folder())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                // Samples of weights are published as arrays.
                if (name.startsWith(Recorded.PROBE) && !name.endsWith(WeightSamples.SUFFIX)) {
                    link(file, directory.resolve(file.getFileName()));
                }
            }
        }
    }

    private static void link(Path file, Path name) throws IOException {
        try {
            Files.createLink(name, file);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(file, name);
        }
    }

    private static void writeWeights(ScenarioRun run, Path directory) throws IOException {
        for (PlasticWeights weights : run.result().weights()) {
            Projection projection = run.network().projection(weights.projection());
            Path file = directory.resolve(RunFiles.weights(weights.projection(), projection));
            WeightsCsv.write(projection.synapses(), weights.byPosition(), file);
        }
    }

    /** Whether this class wrote a directory: the first field of its result says so. */
    public static boolean isRunDirectory(Path directory) {
        return KIND.is(directory);
    }

    /**
     * Weights of a plastic projection as text: {@code source,target,weight,delay} with delays in ticks, a list of synapses that a
     * scenario can start from.
     */
    static final class WeightsCsv {

        private WeightsCsv() {}

        /** @param weights weight of each synapse, by position */
        static void write(Synapses synapses, double[] weights, Path file) throws IOException {
            try (Writer writer = Files.newBufferedWriter(file)) {
                writer.write("source,target,weight,delay\n");
                int position = 0;
                for (int source = 0; source < synapses.sourceSize(); source++) {
                    for (int i = 0; i < synapses.outDegree(source); i++) {
                        writer.write(source + "," + synapses.target(source, i) + "," + weights[position] + ","
                                + synapses.delayTicks(source, i) + "\n");
                        position++;
                    }
                }
            }
        }
    }

    /** Recorded membrane potentials as text: {@code time_s,tick,neuron,potential}, by tick and neuron. */
    static final class MembraneCsv {

        private MembraneCsv() {}

        /** Writes a trace; potentials are in units of the threshold variable, in full precision. */
        static void write(MembraneTrace trace, Clock clock, Path file) throws IOException {
            BigDecimal tickSeconds = BigDecimal.valueOf(clock.tickSeconds());
            try (Writer writer = Files.newBufferedWriter(file)) {
                writer.write("time_s,tick,neuron,potential\n");
                StringBuilder rows = new StringBuilder();
                for (int tick = 0; tick < trace.ticks(); tick++) {
                    String time = tickSeconds.multiply(BigDecimal.valueOf(tick)).toPlainString();
                    rows.setLength(0);
                    for (int neuron = 0; neuron < trace.neuronCount(); neuron++) {
                        rows.append(time)
                                .append(',')
                                .append(tick)
                                .append(',')
                                .append(neuron)
                                .append(',');
                        rows.append(trace.at(tick, neuron)).append('\n');
                    }
                    writer.append(rows);
                }
            }
        }
    }
}
