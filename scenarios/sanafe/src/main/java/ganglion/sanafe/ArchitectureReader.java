package ganglion.sanafe;

import ganglion.documents.InputException;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PipelineStage;
import ganglion.sanafe.Architecture.Costs;
import ganglion.sanafe.Architecture.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a description of an architecture. Chips whose tiles or cores differ from each other are refused. */
public final class ArchitectureReader {

    private static final int LARGEST = 65536;
    private static final int MOST_NEURONS = 10_000_000;

    private static final Map<String, Operation> HOPS = Map.of(
            "east_hop", Operation.HOP_EAST,
            "west_hop", Operation.HOP_WEST,
            "north_hop", Operation.HOP_NORTH,
            "south_hop", Operation.HOP_SOUTH);

    private final Spot root;

    private ArchitectureReader(Spot root) {
        this.root = root;
    }

    /**
     * Reads a file.
     *
     * @throws InputException if it cannot be read, or has something that a profile cannot say
     */
    public static Architecture read(Path file) throws InputException {
        return new ArchitectureReader(Spot.root(file).at("architecture")).read();
    }

    private Architecture read() throws InputException {
        Spot mesh = root.at("attributes");
        int width = mesh.at("width").whole(1, LARGEST);
        int height = mesh.at("height").whole(1, LARGEST);
        if (mesh.find("topology").isPresent() && !mesh.at("topology").text().equals("mesh")) {
            throw mesh.at("topology").problem("found " + mesh.at("topology").found() + ", expected mesh");
        }
        Spot tile = single(root, "tile");
        int tiles =
                NameRange.ofInstances(tile.at("name").text(), tile.at("name")).count();
        if (tiles > (long) width * height) {
            throw tile.at("name")
                    .problem("found " + tiles + " tiles, expected at most " + (long) width * height
                            + ", as many as the mesh has places");
        }
        Spot core = single(tile, "core");
        Spot pipeline = core.at("attributes");
        checkBuffer(pipeline);
        Spot coreName = core.at("name");
        int cores = NameRange.ofInstances(coreName.text(), coreName).count();
        if (cores > LARGEST) {
            throw coreName.problem("found " + cores + " cores, expected at most " + LARGEST);
        }
        return new Architecture(
                root.at("name").text(),
                width,
                height,
                tiles,
                cores,
                mesh.at("link_buffer_size").whole(1, Integer.MAX_VALUE),
                barrier(mesh),
                pipeline.at("max_neurons_supported").whole(1, MOST_NEURONS),
                costs(tile, core),
                units(core));
    }

    /** The one entry of a section, which may stand in a list. */
    private static Spot single(Spot parent, String key) throws InputException {
        Spot section = parent.at(key);
        if (!section.node().isArray()) {
            return section;
        }
        List<Spot> entries = section.elements();
        if (entries.size() != 1) {
            throw section.problem("found " + entries.size() + " entries, expected one: all of a chip's " + key
                    + "s are alike in a profile");
        }
        return entries.get(0);
    }

    private static void checkBuffer(Spot pipeline) throws InputException {
        Spot position = pipeline.at("buffer_position");
        if (!position.text().equals("soma")) {
            throw position.problem("found the buffer position " + position.found() + ", expected soma");
        }
        if (pipeline.find("buffer_inside_unit").isPresent()
                && pipeline.at("buffer_inside_unit").truth()) {
            throw pipeline.at("buffer_inside_unit").problem("found a buffer inside a unit, expected one before it");
        }
    }

    private static SortedMap<Integer, Double> barrier(Spot mesh) throws InputException {
        SortedMap<Integer, Double> seconds = new TreeMap<>();
        String model =
                mesh.find("sync_model").isPresent() ? mesh.at("sync_model").text() : "fixed";
        if (!model.equals("fixed") && !model.equals("table")) {
            throw mesh.at("sync_model").problem("found \"" + model + "\", expected fixed or table");
        }
        if (model.equals("fixed") && mesh.find("latency_sync").isEmpty()) {
            seconds.put(0, 0.0);
            return seconds;
        }
        Spot table = mesh.at("latency_sync");
        if (table.node().isArray()) {
            for (Spot value : table.elements()) {
                seconds.put(seconds.size(), value.notNegative());
            }
        } else if (table.node().isObject()) {
            for (Map.Entry<String, Spot> point : table.members().entrySet()) {
                NameRange from = NameRange.of(point.getKey(), point.getValue());
                seconds.put(from.first(), point.getValue().notNegative());
            }
        } else {
            seconds.put(0, table.notNegative());
        }
        if (seconds.isEmpty() || seconds.lastKey() > LARGEST) {
            throw table.problem("found " + (seconds.isEmpty() ? "nothing" : seconds.lastKey() + " tiles")
                    + ", expected times for 0 to " + LARGEST + " tiles");
        }
        return seconds;
    }

    private static Costs costs(Spot tile, Spot core) throws InputException {
        Map<Operation, Double> joules = new EnumMap<>(Operation.class);
        Map<Operation, Double> seconds = new EnumMap<>(Operation.class);
        for (Costs each : List.of(
                UnitDescription.costs(tile.at("attributes"), HOPS),
                UnitDescription.costs(
                        single(core, "axon_in").at("attributes"), Map.of("message_in", Operation.MESSAGE_IN)),
                UnitDescription.costs(
                        single(core, "axon_out").at("attributes"), Map.of("message_out", Operation.MESSAGE_OUT)))) {
            joules.putAll(each.joules());
            seconds.putAll(each.seconds());
        }
        return new Costs(joules, seconds);
    }

    private static List<Unit> units(Spot core) throws InputException {
        List<Unit> units = new ArrayList<>();
        Set<String> slugs = new HashSet<>();
        for (PipelineStage stage : List.of(PipelineStage.SYNAPSE, PipelineStage.DENDRITE, PipelineStage.SOMA)) {
            Spot section = core.at(stage.word());
            for (Spot entry : section.node().isArray() ? section.elements() : List.of(section)) {
                Unit unit = new UnitDescription(stage).read(entry);
                if (!slugs.add(ProfileText.slug(unit.name()))) {
                    throw entry.problem("found the unit " + unit.name()
                            + " a second time, or nearly, expected names of " + "their own");
                }
                units.add(unit);
            }
        }
        return units;
    }

    /**
     * Reads a unit of a pipeline. A unit that has no equivalent is kept with the reason, because a chip may well offer units that a
     * network does not use.
     */
    private static final class UnitDescription {

        private static final Map<PipelineStage, List<String>> MODELS = Map.of(
                PipelineStage.SYNAPSE, List.of("current_based"),
                PipelineStage.DENDRITE, List.of("accumulator"),
                PipelineStage.SOMA, List.of("leaky_integrate_fire", "truenorth", "input"));

        private static final Map<PipelineStage, Map<String, Operation>> FIGURES = Map.of(
                PipelineStage.SYNAPSE, Map.of("process_spike", Operation.SYNAPTIC_OPERATION),
                PipelineStage.DENDRITE, Map.of("update", Operation.DENDRITE_UPDATE),
                PipelineStage.SOMA,
                        Map.of(
                                "access_neuron", Operation.NEURON_ACCESS,
                                "update_neuron", Operation.NEURON_UPDATE,
                                "spike_out", Operation.SPIKE));

        private static final Costs NO_COSTS = new Costs(Map.of(), Map.of());

        private final PipelineStage stage;

        UnitDescription(PipelineStage stage) {
            this.stage = stage;
        }

        Unit read(Spot unit) throws InputException {
            String name = NameRange.base(unit.at("name").text());
            Spot attributes = unit.at("attributes");
            String model = attributes.at("model").text();
            if (!MODELS.get(stage).contains(model)) {
                return new Unit(name, stage, model, NO_COSTS, Optional.of("is of the model " + model));
            }
            Optional<String> unknown = unknownAttribute(attributes);
            if (unknown.isPresent()) {
                return new Unit(name, stage, model, NO_COSTS, Optional.of("has the attribute " + unknown.get()));
            }
            Costs costs = costs(attributes, FIGURES.get(stage));
            // An input's visit and a dendrite are not priced here, and SANA-FE's own descriptions give both for
            // nothing.
            boolean unpriced = stage == PipelineStage.DENDRITE || model.equals("input");
            boolean costly = costs.joules().values().stream().anyMatch(value -> value != 0)
                    || costs.seconds().values().stream().anyMatch(value -> value != 0);
            return new Unit(
                    name,
                    stage,
                    model,
                    costs,
                    unpriced && costly
                            ? Optional.of(
                                    "costs something as a " + (stage == PipelineStage.DENDRITE ? "dendrite" : "source"))
                            : Optional.empty());
        }

        private Optional<String> unknownAttribute(Spot attributes) throws InputException {
            for (Map.Entry<String, Spot> attribute : attributes.members().entrySet()) {
                String key = attribute.getKey();
                boolean figure = FIGURES.get(stage).keySet().stream()
                        .anyMatch(name -> key.equals("energy_" + name) || key.equals("latency_" + name));
                boolean plain = figure || key.equals("model") || key.startsWith("log_");
                boolean off = key.equals("update_every_timestep")
                        && (stage == PipelineStage.DENDRITE
                                || !attribute.getValue().truth());
                if (!plain && !off) {
                    return Optional.of(key);
                }
            }
            return Optional.empty();
        }

        /** The energies and latencies at the given endings of keys. */
        static Costs costs(Spot attributes, Map<String, Operation> figures) throws InputException {
            Map<Operation, Double> joules = new EnumMap<>(Operation.class);
            Map<Operation, Double> seconds = new EnumMap<>(Operation.class);
            for (Map.Entry<String, Operation> figure : new TreeMap<>(figures).entrySet()) {
                joules.put(
                        figure.getValue(),
                        attributes.at("energy_" + figure.getKey()).notNegative());
                seconds.put(
                        figure.getValue(),
                        attributes.at("latency_" + figure.getKey()).notNegative());
            }
            return new Costs(joules, seconds);
        }
    }
}
