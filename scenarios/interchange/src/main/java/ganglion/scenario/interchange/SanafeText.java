package ganglion.scenario.interchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.chip.TimingForm;
import ganglion.hardware.cost.CostOptions;
import ganglion.hardware.placement.PlacementStrategy;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.ScenarioDocument;
import ganglion.scenario.interchange.sanafe.Connections;
import ganglion.scenario.interchange.sanafe.SanafeNetwork;
import ganglion.scenario.model.Connectivity;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.ProjectionSpec.DelaySource;
import ganglion.scenario.model.ProjectionSpec.WeightSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a network that SANA-FE has mapped as a scenario. */
final class SanafeText {

    private final SanafeNetwork network;
    private final FileStem stem;
    private final WeightsFile weights;
    private final List<String> names;

    SanafeText(SanafeNetwork network, FileStem stem, WeightsFile weights) {
        this.network = network;
        this.stem = stem;
        this.weights = weights;
        LayerNames layerNames = new LayerNames();
        this.names = network.groups().stream()
                .map(group -> layerNames.of(group.name()))
                .toList();
    }

    /** What stands around the network. */
    record Heading(String name, String description, double tickSeconds, long durationTicks, String profileFile) {}

    ObjectNode document(Heading heading) {
        Clock clock = new Clock(heading.tickSeconds());
        ScenarioDocument document =
                new ScenarioDocument(heading.name(), heading.description(), clock, heading.durationTicks());
        writeGroups(document, new PopulationText(clock, weights));
        network.connections().stream()
                .filter(connections -> connections.count() > 0)
                .forEach(connections -> document.addProjection(projection(connections)));
        document.setChip(
                heading.profileFile(), new CostOptions(placement(), Optional.of(TimingForm.DETAILED), units(), true));
        return document.tree();
    }

    private void writeGroups(ScenarioDocument document, PopulationText text) {
        for (int i = 0; i < names.size(); i++) {
            SanafeNetwork.Group group = network.groups().get(i);
            if (group.model() instanceof SpikeSource) {
                document.addSpikes(names.get(i), stem.spikesFile(document.inputCount() + 1), group.size());
            } else {
                text.write(
                        new PopulationSpec("", names.get(i), group.size(), group.model(), List.of()),
                        document.addPopulation());
            }
        }
    }

    /** As a list, in which weights of zero are kept: they cost a synaptic operation as any other. */
    private ProjectionSpec projection(Connections connections) {
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
