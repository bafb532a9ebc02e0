package ganglion.scenario.interchange;

import ganglion.documents.InputException;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.OwnFile;
import ganglion.documents.output.WriteProblem;
import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.interchange.compile.Discretisation;
import ganglion.scenario.interchange.export.ExportOptions;
import ganglion.scenario.interchange.export.GraphExporter;
import ganglion.scenario.interchange.nir.NirException;
import ganglion.scenario.interchange.nir.NirWriter;
import ganglion.scenario.model.Connectivity;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes NIR graphs of networks. */
public final class NirExport {

    /** How an HDF5 file begins. */
    private static final String HDF5 = "\u0089HDF\r\n\u001a\n";

    private NirExport() {}

    /**
     * What was made.
     *
     * @param nodes number of nodes of the graph
     * @param tickSeconds the step with which the graph means what the scenario does
     * @param notes what is not exact, one line per note
     */
    public record Outcome(int nodes, double tickSeconds, List<String> notes) {}

    /**
     * Reads a scenario and writes the graph of its network; a step is as long as the scenario's tick.
     *
     * @param resetAtOnce whether neurons that reset late are written as if they did so at once
     * @throws InputException if the scenario cannot be used, or does what NIR has no words for
     * @throws IOException if the graph cannot be written
     */
    public static Outcome run(Path scenarioFile, Path graphFile, Discretisation discretisation, boolean resetAtOnce)
            throws InputException, IOException {
        Scenario scenario = ScenarioFiles.read(scenarioFile, ScenarioOverrides.NONE);
        Network network = NetworkBinder.bind(scenario, Stimulus.NONE, TaskRunner.SEQUENTIAL, share -> {});
        double tickSeconds = scenario.clock().tickSeconds();
        ExportOptions options = new ExportOptions(tickSeconds, discretisation, resetAtOnce);
        return write(network, convolved(scenario, network), options, scenarioFile, graphFile);
    }

    /** The convolution of each projection; of none if currents, which are no projections of the network, come in between. */
    private static List<Optional<Connectivity.Convolved>> convolved(Scenario scenario, Network network) {
        if (scenario.projections().size() != network.projections().size()) {
            return List.of();
        }
        return scenario.projections().stream()
                .map(spec -> spec.connectivity() instanceof Connectivity.Convolved convolved
                        ? Optional.of(convolved)
                        : Optional.<Connectivity.Convolved>empty())
                .toList();
    }

    /**
     * Writes the graph of a network.
     *
     * @param from where the network is from, for messages
     * @throws InputException if the network does what NIR has no words for
     * @throws IOException if the graph cannot be written
     */
    public static Outcome write(Network network, ExportOptions options, Path from, Path graphFile)
            throws InputException, IOException {
        return write(network, List.of(), options, from, graphFile);
    }

    private static Outcome write(
            Network network,
            List<Optional<Connectivity.Convolved>> convolved,
            ExportOptions options,
            Path from,
            Path graphFile)
            throws InputException, IOException {
        GraphExporter.Outcome outcome;
        try {
            outcome = GraphExporter.export(network, convolved, options);
        } catch (NirException e) {
            throw new InputException(from, e.getMessage());
        }
        Path target = graphFile.toAbsolutePath();
        OwnFile.check(target, HDF5, "a graph in HDF5");
        try {
            FilePublisher.fill(target, temporary -> NirWriter.write(outcome.graph(), temporary));
        } catch (HdfException e) {
            throw WriteProblem.of(graphFile.getFileName().toString(), e);
        }
        return new Outcome(outcome.graph().nodes().size(), options.stepSeconds(), outcome.notes());
    }
}
