package ganglion.scenario.interchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.OutputException;
import ganglion.documents.output.FileSet;
import ganglion.documents.output.OwnFile;
import ganglion.documents.output.WriteProblem;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.ScenarioDocument;
import ganglion.scenario.interchange.compile.SynapticMap;
import ganglion.scenario.model.PopulationSpec;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes networks of the kernel as scenarios, with their numbers in a file beside them. */
public final class NetworkFiles {

    private NetworkFiles() {}

    /** Makes a scenario, and puts its numbers into the file of weights. */
    @FunctionalInterface
    public interface Content {

        /** Gives the scenario. @param weights stays open until then */
        ObjectNode write(WeightsFile weights);
    }

    /**
     * Refuses to replace a scenario that Ganglion did not make: one that has no file of weights beside it.
     *
     * @throws OutputException saying so in one line
     */
    public static void checkReplaceable(Path scenario) throws OutputException {
        Path place = scenario.toAbsolutePath().normalize();
        if (Files.exists(place) && !Files.exists(weights(place))) {
            throw new OutputException(
                    scenario.toString(),
                    OwnFile.refusal("a scenario that Ganglion made (there is no "
                            + weights(place).getFileName() + " beside it)"));
        }
    }

    /** The file of weights beside a scenario. */
    private static Path weights(Path scenario) {
        String name = scenario.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return scenario.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".weights.h5");
    }

    /**
     * Writes a scenario and its weights.
     *
     * @param files takes both, the scenario last
     * @param scenario the file to write: {@code .yaml} or {@code .json}
     * @param document the scenario, with its clock; its key {@code network} is filled in, and stays where it is
     * @param populations without the inputs
     * @param labels what the neurons of the last population stand for; empty if they stand for nothing
     * @param projections may start from the scenario's inputs
     * @return the files, the scenario first
     * @throws IllegalArgumentException if the format cannot say something
     * @throws IOException if a file cannot be written
     */
    public static List<Path> write(
            FileSet files,
            Path scenario,
            ObjectNode document,
            List<Population> populations,
            List<String> labels,
            List<Projection> projections)
            throws IOException {
        Clock clock = new Clock(Quantity.parse(document.at("/clock/tick").asText(), Dimension.TIME)
                .value());
        Path weightsFile = write(files, scenario, weights -> {
            writeNetwork(
                    populations,
                    labels,
                    projections,
                    new PopulationText(clock, weights),
                    weights,
                    new ScenarioDocument(document));
            return document;
        });
        return List.of(scenario, weightsFile);
    }

    /** Writes a scenario and its weights, the scenario last; gives the file of weights. */
    static Path write(FileSet files, Path scenario, Content content) throws IOException {
        Path weightsFile = weights(scenario);
        String weightsName = weightsFile.getFileName().toString();
        ObjectNode[] document = new ObjectNode[1];
        try {
            files.fill(weightsFile, temporary -> {
                try (WeightsFile weights = new WeightsFile(temporary, weightsName)) {
                    document[0] = content.write(weights);
                }
            });
        } catch (HdfException e) {
            throw WriteProblem.of(weightsName, e);
        }
        files.fill(scenario, temporary -> ScenarioText.write(document[0], temporary, scenario));
        return weightsFile;
    }

    private static void writeNetwork(
            List<Population> populations,
            List<String> labels,
            List<Projection> projections,
            PopulationText text,
            WeightsFile weights,
            ScenarioDocument into) {
        for (int i = 0; i < populations.size(); i++) {
            Population population = populations.get(i);
            List<String> own = i == populations.size() - 1 ? labels : List.of();
            text.write(
                    new PopulationSpec("", population.name(), population.size(), population.model(), own),
                    into.addPopulation());
        }
        for (Projection projection : projections) {
            String name = projection.source() + "-to-" + projection.target();
            SynapticMap synapses = new SynapticMap.Given(projection.synapses());
            new SynapseText(synapses, name, weights)
                    .projection(projection.source(), projection.target())
                    .ifPresent(into::addProjection);
        }
        into.tree();
    }
}
