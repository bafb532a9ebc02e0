package ganglion.scenario.interchange;

import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.scenario.InputException;
import ganglion.scenario.Problem;
import ganglion.scenario.Scenario;
import ganglion.scenario.ScenarioOverrides;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.interchange.export.ExportException;
import ganglion.scenario.interchange.export.GraphExporter;
import ganglion.scenario.interchange.nir.NirWriter;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes a NIR graph of the network of a scenario. */
public final class NirExport {

    private NirExport() {}

    /**
     * What was made.
     *
     * @param nodes number of nodes of the graph
     * @param tickSeconds the step with which the graph means what the scenario does
     * @param notes what is not exact, a line each
     */
    public record Outcome(int nodes, double tickSeconds, List<String> notes) {}

    /**
     * Reads a scenario and writes the graph of its network.
     *
     * @throws InputException if the scenario cannot be used, or does what NIR has no words for
     * @throws IOException if the graph cannot be written
     */
    public static Outcome run(Path scenarioFile, Path graphFile) throws InputException, IOException {
        Scenario scenario = ScenarioFiles.read(scenarioFile, ScenarioOverrides.NONE);
        Network network = NetworkBinder.bind(scenario, Map.of(), TaskRunner.SEQUENTIAL, share -> {});
        GraphExporter.Outcome outcome;
        try {
            outcome = GraphExporter.export(network, scenario.clock().tickSeconds());
        } catch (ExportException e) {
            throw new InputException(new Problem(scenarioFile.toString(), 0, "", e.getMessage()));
        }
        Path target = graphFile.toAbsolutePath();
        Files.createDirectories(target.getParent());
        try {
            SafeFiles.write(target, temporary -> NirWriter.write(outcome.graph(), temporary));
        } catch (HdfException e) {
            throw new IOException("cannot write " + graphFile + " (" + e.getMessage() + ")", e);
        }
        return new Outcome(outcome.graph().nodes().size(), scenario.clock().tickSeconds(), outcome.notes());
    }
}
