package ganglion.scenario.interchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.ProjectionKeys;
import ganglion.scenario.interchange.sanafe.Connections;
import ganglion.scenario.interchange.sanafe.SanafeNetwork;
import ganglion.scenario.model.Connectivity;
import ganglion.scenario.model.DelaySource;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.WeightSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a network that SANA-FE has mapped as a scenario. */
final class SanafeText {

    private static final int TICK_DIGITS = 17;

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
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("scenario", heading.name());
        root.put("description", heading.description());
        root.putObject("clock")
                .put("tick", QuantityFormat.format(heading.tickSeconds(), "s", TICK_DIGITS))
                .put("duration", heading.durationTicks() + " ticks");
        ArrayNode inputs = JsonNodeFactory.instance.arrayNode();
        ArrayNode populations = JsonNodeFactory.instance.arrayNode();
        writeGroups(inputs, populations, new PopulationText(new Clock(heading.tickSeconds()), weights));
        if (!inputs.isEmpty()) {
            root.set("inputs", inputs);
        }
        ObjectNode body = root.putObject("network");
        body.set("populations", populations);
        ArrayNode projections = body.putArray("projections");
        for (Connections connections : network.connections()) {
            if (connections.count() > 0) {
                projections.add(ProjectionKeys.PROJECTION.write(projection(connections)));
            }
        }
        writeChip(heading, root.putArray("hardware").addObject());
        return root;
    }

    private void writeGroups(ArrayNode inputs, ArrayNode populations, PopulationText text) {
        for (int i = 0; i < names.size(); i++) {
            SanafeNetwork.Group group = network.groups().get(i);
            if (group.model() instanceof SpikeSource) {
                ObjectNode node = inputs.addObject().put("name", names.get(i));
                node.put("spikes", stem.spikesFile(inputs.size())).put("size", group.size());
            } else {
                text.write(
                        new PopulationSpec("", names.get(i), group.size(), group.model(), List.of()),
                        populations.addObject());
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

    private void writeChip(Heading heading, ObjectNode chip) {
        chip.put("profile", heading.profileFile());
        chip.put("timing", "detailed");
        chip.put("active", "state");
        ArrayNode places = chip.putArray("placement");
        for (SanafeNetwork.Assignment place : network.places()) {
            places.addObject()
                    .put("population", names.get(place.group()))
                    .put("first", place.first())
                    .put("count", place.count())
                    .put("core", place.core());
        }
        ObjectNode units = chip.putObject("units");
        for (int i = 0; i < names.size(); i++) {
            List<String> used = network.groups().get(i).units();
            if (!used.isEmpty()) {
                used.forEach(units.putArray(names.get(i))::add);
            }
        }
    }
}
