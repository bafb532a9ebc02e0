package ganglion.scenario.interchange;

import ganglion.documents.InputException;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.scenario.data.SpikeFiles;
import ganglion.scenario.interchange.compile.CompileOptions;
import ganglion.scenario.interchange.compile.CompiledGraph;
import ganglion.scenario.interchange.compile.Dialect;
import ganglion.scenario.interchange.compile.GraphCompiler;
import ganglion.scenario.interchange.nir.NirException;
import ganglion.scenario.interchange.nir.NirReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes a scenario of a NIR graph: the scenario file, a file of weights beside it, and a list of spikes for each input,
 * which stays as it is if it is there already.
 */
public final class NirImport {

    private static final int STEP_DIGITS = 6;

    private final Path graphFile;
    private final Options options;
    private final ImportFiles files;
    private int mergedSpikes;

    private NirImport(Path graphFile, Options options, ImportFiles files) {
        this.graphFile = graphFile;
        this.options = options;
        this.files = files;
    }

    /**
     * How a graph becomes a scenario.
     *
     * @param clock the scenario's clock
     * @param compile what a tick is in the time of the graph, and how time constants become factors per tick
     * @param durationTicks how long the scenario runs; absent until the last spike is through, or a second without spikes
     * @param spikes a file of spikes that is fed into the graph's first input; absent for a list to be filled in
     */
    public record Options(Clock clock, CompileOptions compile, OptionalLong durationTicks, Optional<Path> spikes) {

        public Options {
            Objects.requireNonNull(clock, "clock");
            Objects.requireNonNull(compile, "compile");
            Objects.requireNonNull(durationTicks, "durationTicks");
            Objects.requireNonNull(spikes, "spikes");
        }
    }

    /**
     * What was made.
     *
     * @param files everything that was written, the scenario first
     * @param neurons number of neurons, inputs not counted
     * @param shiftTicks by how many ticks the deepest layer is later than the graph
     * @param notes what is not exact, one line per note
     */
    public record Outcome(List<Path> files, long neurons, int shiftTicks, List<String> notes) {}

    /**
     * Reads, compiles and writes.
     *
     * @param scenario the scenario file to write: {@code .yaml} or {@code .json}
     * @throws InputException if the graph or the spikes cannot be used
     * @throws IOException if a file cannot be written
     */
    public static Outcome run(Path graphFile, Path scenario, Options options) throws InputException, IOException {
        try (ImportFiles files = new ImportFiles(scenario)) {
            return new NirImport(graphFile, options, files).run();
        }
    }

    private Outcome run() throws InputException, IOException {
        CompiledGraph graph = compile();
        int shift = graph.layers().stream()
                .mapToInt(CompiledGraph.Layer::depth)
                .max()
                .orElse(0);
        long lastTick = writeSpikes(graph);
        long duration = options.durationTicks()
                .orElse(
                        lastTick >= 0
                                ? lastTick + 1 + shift
                                : Math.max(1, options.clock().nearestTick(1)));
        files.writeScenario(weights ->
                new ScenarioText(graph, files, weights).document(description(graph, shift), options.clock(), duration));
        long neurons =
                graph.layers().stream().mapToLong(CompiledGraph.Layer::size).sum();
        List<String> notes = new ArrayList<>(graph.notes());
        if (mergedSpikes > 0) {
            notes.add(options.spikes().orElseThrow()
                    + ": spikes that share their neuron and tick with another were merged: " + mergedSpikes);
        }
        return new Outcome(files.publish(), neurons, shift, List.copyOf(notes));
    }

    private CompiledGraph compile() throws InputException {
        try {
            return GraphCompiler.compile(NirReader.read(graphFile), options.compile());
        } catch (TableException | NirException e) {
            throw problem(graphFile, e);
        }
    }

    private static InputException problem(Path file, Exception e) {
        return new InputException(file, e.getMessage());
    }

    /** Writes the lists of spikes; gives the last tick at which there is one, -1 if there is none. */
    private long writeSpikes(CompiledGraph graph) throws InputException, IOException {
        long lastTick = -1;
        for (int i = 0; i < graph.inputs().size(); i++) {
            int size = Math.toIntExact(graph.inputs().get(i).shape().count());
            SpikeRaster spikes = i == 0 ? givenSpikes(size) : SpikeRaster.empty(size);
            if (spikes.size() > 0) {
                lastTick = spikes.tick(spikes.size() - 1);
            }
            mergedSpikes += spikes.merged();
            if (spikes.size() > 0 || !files.hasSpikes(i + 1)) {
                files.writeSpikes(i + 1, spikes);
            }
        }
        return lastTick;
    }

    private SpikeRaster givenSpikes(int size) throws InputException {
        if (options.spikes().isEmpty()) {
            return SpikeRaster.empty(size);
        }
        try {
            return SpikeFiles.read(options.spikes().get().toString(), size, options.clock());
        } catch (TableException e) {
            throw problem(options.spikes().get(), e);
        }
    }

    private String description(CompiledGraph graph, int shift) {
        StringBuilder text = new StringBuilder("Imported from the NIR graph ").append(graphFile.getFileName());
        text.append(". Discretisation: ")
                .append(options.compile().discretisation().word());
        text.append(", step ").append(QuantityFormat.format(options.compile().stepSeconds(), "s", STEP_DIGITS));
        text.append(", reset ").append(options.compile().subtract() ? "by subtraction" : "to the reset potential");
        if (options.compile().dialect() != Dialect.NIR) {
            text.append(", dialect ").append(options.compile().dialect().word());
        }
        text.append(". A layer acts as many ticks later than the graph as its start says, the last by ")
                .append(shift);
        text.append(". Outputs: ").append(String.join(", ", graph.outputs())).append('.');
        graph.notes().forEach(note -> text.append(" Not exact: ").append(note).append('.'));
        return text.toString();
    }
}
