package ganglion.scenario.interchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.output.FileSet;
import ganglion.documents.output.WriteProblem;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.data.SpikeFiles;
import ganglion.scenario.interchange.compile.CompiledGraph;
import ganglion.scenario.interchange.compile.GraphCompileException;
import ganglion.scenario.interchange.compile.GraphCompiler;
import ganglion.scenario.interchange.nir.NirReader;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a scenario of a NIR graph: the scenario file, a file of weights beside it, and a list of spikes for each input,
 * which stays as it is if it is there already.
 */
public final class NirImport {

    private static final int STEP_DIGITS = 6;

    private final Path graphFile;
    private final Path scenario;
    private final FileStem stem;
    private final ImportOptions options;

    private NirImport(Path graphFile, Path scenario, ImportOptions options) {
        this.graphFile = graphFile;
        this.scenario = scenario;
        this.stem = new FileStem(scenario);
        this.options = options;
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
    public static Outcome run(Path graphFile, Path scenario, ImportOptions options) throws InputException, IOException {
        try (FileSet files = new FileSet()) {
            Outcome outcome = new NirImport(graphFile, scenario.toAbsolutePath(), options).run(files);
            files.publish();
            return outcome;
        }
    }

    private Outcome run(FileSet files) throws InputException, IOException {
        CompiledGraph graph = compile();
        int shift = graph.layers().stream()
                .mapToInt(CompiledGraph.Layer::depth)
                .max()
                .orElse(0);
        List<Path> written = new ArrayList<>();
        String spikesFile = stem.spikesFile(1);
        long lastTick = writeSpikes(graph, spikesFile, files, written);
        long duration = options.durationTicks()
                .orElse(
                        lastTick >= 0
                                ? lastTick + 1 + shift
                                : Math.max(1, options.clock().nearestTick(1)));
        ScenarioText.Heading heading = new ScenarioText.Heading(
                stem.scenarioName(), description(graph, shift), options.clock().tickSeconds(), duration, spikesFile);
        writeNetwork(graph, heading, files, written);
        long neurons =
                graph.layers().stream().mapToLong(CompiledGraph.Layer::size).sum();
        return new Outcome(written, neurons, shift, graph.notes());
    }

    private CompiledGraph compile() throws InputException {
        try {
            return GraphCompiler.compile(NirReader.read(graphFile), options.compile());
        } catch (TableException | GraphCompileException e) {
            throw problem(graphFile, e);
        }
    }

    private static InputException problem(Path file, Exception e) {
        return new InputException(new Problem(file.toString(), 0, "", e.getMessage()));
    }

    /** Writes the lists of spikes; gives the last tick at which there is one, -1 if there is none. */
    private long writeSpikes(CompiledGraph graph, String firstFile, FileSet files, List<Path> written)
            throws InputException, IOException {
        long lastTick = -1;
        for (int i = 0; i < graph.inputs().size(); i++) {
            Path file = scenario.resolveSibling(ScenarioText.spikesFile(firstFile, i + 1));
            int size = Math.toIntExact(graph.inputs().get(i).shape().count());
            SpikeRaster spikes = i == 0 ? givenSpikes(size) : SpikeRaster.empty(size);
            if (spikes.size() > 0) {
                lastTick = spikes.tick(spikes.size() - 1);
            }
            if (spikes.size() > 0 || !Files.exists(file)) {
                files.fill(file, temporary -> Files.writeString(temporary, list(spikes), StandardCharsets.UTF_8));
                written.add(file);
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

    /** A list of spikes as CSV. */
    static String list(SpikeRaster spikes) {
        StringBuilder text = new StringBuilder("tick,neuron\n");
        for (int i = 0; i < spikes.size(); i++) {
            text.append(spikes.tick(i)).append(',').append(spikes.neuron(i)).append('\n');
        }
        return text.toString();
    }

    private void writeNetwork(CompiledGraph graph, ScenarioText.Heading heading, FileSet files, List<Path> written)
            throws IOException {
        String weightsName = stem.name() + NetworkFiles.WEIGHTS;
        Path weightsFile = scenario.resolveSibling(weightsName);
        ObjectNode[] document = new ObjectNode[1];
        try {
            files.fill(weightsFile, temporary -> {
                try (WeightsFile weights = new WeightsFile(temporary, weightsName)) {
                    document[0] = new ScenarioText(graph, weights).document(heading);
                }
            });
        } catch (HdfException e) {
            throw WriteProblem.of(weightsFile.getFileName().toString(), e);
        }
        files.fill(scenario, temporary -> ScenarioText.write(document[0], temporary, scenario));
        written.add(0, scenario);
        written.add(weightsFile);
    }

    private String description(CompiledGraph graph, int shift) {
        StringBuilder text = new StringBuilder("Imported from the NIR graph ").append(graphFile.getFileName());
        text.append(". Discretisation: ")
                .append(options.compile().discretisation().word());
        text.append(", step ").append(QuantityFormat.format(options.compile().stepSeconds(), "s", STEP_DIGITS));
        text.append(", reset ").append(options.compile().subtract() ? "by subtraction" : "to the reset potential");
        text.append(". A layer acts as many ticks later than the graph as its start says, the last by ")
                .append(shift);
        text.append(". Outputs: ").append(String.join(", ", graph.outputs())).append('.');
        graph.notes().forEach(note -> text.append(" Not exact: ").append(note).append('.'));
        return text.toString();
    }
}
