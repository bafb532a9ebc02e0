package ganglion.hardware.sanafe;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.hardware.placement.PlacementStrategy.Assignment;
import ganglion.hardware.placement.PlacementStrategy.ByHand;
import ganglion.hardware.precision.GridLif;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A network of the reference as ours: groups as populations, the given mapping as a placement by hand, synapse units by
 * group.
 */
record SanafeNetwork(String name, int steps, Network network, ByHand placement, Map<String, List<String>> units) {

    /** Membranes are rounded to 1/64 in every step. */
    private static final double STEP = 1.0 / 64;

    private static final Map<String, String> UNITS = Map.of(
            "loihi_dense_synapse", "dense-synapse",
            "loihi_sparse_synapse", "sparse-synapse",
            "loihi_conv_synapse", "convolution-synapse");

    private record Group(String name, int first, int size, JsonNode defaults) {}

    static SanafeNetwork of(JsonNode root, int coresPerTile) {
        List<Group> groups = new ArrayList<>();
        root.get("groups")
                .forEach(group -> groups.add(new Group(
                        group.get("name").asText(),
                        group.get("first_id").asInt(),
                        group.get("size").asInt(),
                        group.get("defaults"))));
        int steps = root.get("timesteps").asInt();
        List<Population> populations = new ArrayList<>();
        Map<String, List<String>> units = new HashMap<>();
        for (Group group : groups) {
            populations.add(new Population(group.name(), group.size(), model(root, group, steps)));
            String unit = UNITS.get(group.defaults().path("synapse_hw_name").asText());
            if (unit != null) {
                units.put(group.name(), List.of(unit));
            }
        }
        Network network = new Network(populations, projections(root, groups));
        ByHand placement = new ByHand(assignments(root, groups, coresPerTile));
        return new SanafeNetwork(root.get("name").asText(), steps, network, placement, units);
    }

    private static NeuronModel model(JsonNode root, Group group, int steps) {
        JsonNode defaults = group.defaults();
        if (!defaults.has("threshold")) {
            return new SpikeSource(inputSpikes(root, group));
        }
        double[] bias = new double[group.size()];
        root.path("neuron_overrides").properties().forEach(override -> {
            int position = Integer.parseInt(override.getKey()) - group.first();
            if (position >= 0 && position < bias.length) {
                bias[position] = override.getValue().path("bias").asDouble(0);
            }
        });
        LifParameters parameters = LifParameters.of(
                        defaults.path("leak_decay").asDouble(1),
                        defaults.get("threshold").asDouble())
                .withStrictThreshold()
                .withReset(Reset.TO_VALUE, false)
                .withResetPotential(NeuronValues.of(defaults.path("reset").asDouble(0)))
                .withBias(NeuronValues.each(bias));
        return new GridLif(parameters, STEP, Double.POSITIVE_INFINITY);
    }

    private static SpikeRaster inputSpikes(JsonNode root, Group group) {
        SpikeRaster.Builder raster = SpikeRaster.builder(group.size());
        root.path("input_spikes").properties().forEach(entry -> {
            int position = Integer.parseInt(entry.getKey()) - group.first();
            if (position >= 0 && position < group.size()) {
                entry.getValue().forEach(step -> raster.add(step.asInt() - 1, position));
            }
        });
        return raster.build();
    }

    private static List<Projection> projections(JsonNode root, List<Group> groups) {
        List<Projection> projections = new ArrayList<>();
        if (root.has("connections")) {
            addConnections(root.get("connections"), groups, projections);
        }
        for (JsonNode block : root.path("edge_blocks")) {
            Group source = named(groups, block.get("src_group").asText());
            Group target = named(groups, block.get("dst_group").asText());
            SparseSynapses.Builder builder = SparseSynapses.builder(source.size(), target.size());
            EdgeBlocks.add(block, target.size(), builder);
            projections.add(new Projection(source.name(), target.name(), builder.build()));
        }
        return projections;
    }

    private static Group named(List<Group> groups, String name) {
        return groups.stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Group of(List<Group> groups, int id) {
        return groups.stream()
                .filter(group -> id >= group.first() && id < group.first() + group.size())
                .findFirst()
                .orElseThrow();
    }

    private static void addConnections(JsonNode connections, List<Group> groups, List<Projection> projections) {
        Map<String, SparseSynapses.Builder> builders = new TreeMap<>();
        for (int i = 0; i < connections.get("src").size(); i++) {
            int source = connections.get("src").get(i).asInt();
            int target = connections.get("dst").get(i).asInt();
            Group from = of(groups, source);
            Group to = of(groups, target);
            builders.computeIfAbsent(
                            from.name() + ' ' + to.name(), key -> SparseSynapses.builder(from.size(), to.size()))
                    .add(
                            source - from.first(),
                            target - to.first(),
                            connections.get("weight").get(i).asDouble(),
                            1);
        }
        builders.forEach((names, builder) ->
                projections.add(new Projection(names.split(" ")[0], names.split(" ")[1], builder.build())));
    }

    private static List<Assignment> assignments(JsonNode root, List<Group> groups, int coresPerTile) {
        List<Assignment> assignments = new ArrayList<>();
        JsonNode mapping = root.path("mapping");
        for (int i = 0; i < mapping.path("neuron").size(); i++) {
            int core = mapping.get("tile").get(i).asInt() * coresPerTile
                    + mapping.get("core_in_tile").get(i).asInt();
            assignments.add(assignment(groups, mapping.get("neuron").get(i).asInt(), 1, core));
        }
        for (JsonNode row : root.at("/mapping_runs/rows")) {
            int core = row.get(2).asInt() * coresPerTile + row.get(3).asInt();
            assignments.add(assignment(groups, row.get(0).asInt(), row.get(1).asInt(), core));
        }
        return assignments;
    }

    private static Assignment assignment(List<Group> groups, int first, int count, int core) {
        Group group = of(groups, first);
        return new Assignment(group.name(), first - group.first(), count, core);
    }
}
