package ganglion.sanafe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.hardware.chip.TimingForm;
import ganglion.hardware.cost.CostOptions;
import ganglion.hardware.placement.PlacementStrategy;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.ScenarioDocument;
import ganglion.scenario.interchange.ImportFiles;
import ganglion.scenario.interchange.LayerNames;
import ganglion.scenario.interchange.PopulationText;
import ganglion.scenario.interchange.WeightsFile;
import ganglion.scenario.model.Connectivity;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.ProjectionSpec.DelaySource;
import ganglion.scenario.model.ProjectionSpec.WeightSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes a scenario of a network that SANA-FE has mapped to an architecture: the scenario with the placement by hand, a profile
 * of the architecture, a file of synapses, and a list of spikes for each group of inputs.
 */
public final class SanafeImport {

    private final Architecture architecture;
    private final SanafeNetwork network;
    private final ImportFiles files;

    /** Names of the groups in the scenario, in their order. */
    private final List<String> names;

    private SanafeImport(Architecture architecture, SanafeNetwork network, ImportFiles files) {
        this.architecture = architecture;
        this.network = network;
        this.files = files;
        LayerNames layerNames = new LayerNames();
        this.names = network.groups().stream()
                .map(group -> layerNames.of(group.name()))
                .toList();
    }

    /**
     * What was made.
     *
     * @param files everything that was written, the scenario first
     * @param neurons number of neurons, inputs not counted
     * @param synapses number of synapses, those of weight 0 included
     * @param notes what is not exact, one line per note
     */
    public record Outcome(List<Path> files, long neurons, long synapses, List<String> notes) {}

    /**
     * Reads and writes.
     *
     * @param networkFile network and mapping
     * @param architectureFile the chip
     * @param scenario the scenario file to write: {@code .yaml} or {@code .json}
     * @param clock what a step of SANA-FE is in the scenario
     * @param durationTicks how long the scenario runs; absent until a tick after the last spike of the inputs
     * @throws InputException if a file cannot be used
     * @throws IOException if a file cannot be written
     */
    public static Outcome run(
            Path networkFile, Path architectureFile, Path scenario, Clock clock, OptionalLong durationTicks)
            throws InputException, IOException {
        Architecture architecture = ArchitectureReader.read(architectureFile);
        SanafeNetwork network = NetworkReader.read(networkFile, architecture);
        String description = "Imported from the SANA-FE network " + networkFile.getFileName() + ", mapped to "
                + architectureFile.getFileName() + ". Step t of SANA-FE is tick t - 1.";
        try (ImportFiles files = new ImportFiles(scenario)) {
            return new SanafeImport(architecture, network, files)
                    .write(architectureFile.getFileName().toString(), description, clock, durationTicks);
        }
    }

    private Outcome write(String source, String description, Clock clock, OptionalLong durationTicks)
            throws IOException {
        Path profile = files.beside(".profile.yaml");
        files.writeDocument(profile, new ProfileText(architecture, source).document());
        long lastTick = writeSpikes();
        long duration = durationTicks.orElse(Math.max(1, lastTick + 2));
        files.writeScenario(weights -> scenario(
                new ScenarioDocument(files.scenarioName(), description, clock, duration),
                new PopulationText(clock, weights),
                weights,
                profile.getFileName().toString()));
        long neurons = network.groups().stream()
                .filter(group -> !(group.model() instanceof SpikeSource))
                .mapToLong(SanafeNetwork.Group::size)
                .sum();
        long synapses =
                network.connections().stream().mapToLong(Connections::count).sum();
        return new Outcome(files.publish(), neurons, synapses, network.notes());
    }

    /** Writes the lists of spikes; gives the last tick at which there is one, -1 if there is none. */
    private long writeSpikes() throws IOException {
        long lastTick = -1;
        int number = 0;
        for (SanafeNetwork.Group group : network.groups()) {
            if (group.model() instanceof SpikeSource source) {
                SpikeRaster spikes = source.spikes();
                if (spikes.size() > 0) {
                    lastTick = Math.max(lastTick, spikes.tick(spikes.size() - 1));
                }
                files.writeSpikes(++number, spikes);
            }
        }
        return lastTick;
    }

    private ObjectNode scenario(
            ScenarioDocument document, PopulationText populations, WeightsFile weights, String profile) {
        for (int i = 0; i < names.size(); i++) {
            SanafeNetwork.Group group = network.groups().get(i);
            if (group.model() instanceof SpikeSource) {
                document.addSpikes(names.get(i), files.spikesFile(document.inputCount() + 1), group.size());
            } else {
                populations.write(
                        new PopulationSpec("", names.get(i), group.size(), group.model(), List.of()),
                        document.addPopulation());
            }
        }
        network.connections().stream()
                .filter(connections -> connections.count() > 0)
                .forEach(connections -> document.addProjection(projection(connections, weights)));
        document.setChip(profile, new CostOptions(placement(), Optional.of(TimingForm.DETAILED), units(), true));
        return document.tree();
    }

    /** As a list, in which weights of zero are kept: they cost a synaptic operation as any other. */
    private ProjectionSpec projection(Connections connections, WeightsFile weights) {
        String from = names.get(connections.from());
        String to = names.get(connections.to());
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("source", connections.sources());
        columns.put("target", connections.targets());
        columns.put("weight", connections.weights());
        // Two pairs of names may be joined to the same text, their numbers not.
        String list = connections.from() + "-" + from + "-to-" + connections.to() + "-" + to;
        return new ProjectionSpec(
                "",
                from,
                to,
                new Connectivity.EdgeList(weights.path(), weights.putColumns("synapses", list, columns)),
                new WeightSource.Constant(0),
                new DelaySource.Constant(1),
                Optional.empty());
    }

    private PlacementStrategy placement() {
        return new PlacementStrategy.ByHand(network.places().stream()
                .map(place -> new PlacementStrategy.Assignment(
                        names.get(place.group()), place.first(), place.count(), place.core()))
                .toList());
    }

    private Map<String, List<String>> units() {
        Map<String, List<String>> units = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            List<String> used = network.groups().get(i).units();
            if (!used.isEmpty()) {
                units.put(names.get(i), used);
            }
        }
        return units;
    }
}
