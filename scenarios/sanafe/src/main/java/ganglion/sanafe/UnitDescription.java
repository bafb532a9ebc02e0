package ganglion.sanafe;

import ganglion.documents.InputException;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PipelineStage;
import ganglion.sanafe.Architecture.Costs;
import ganglion.sanafe.Architecture.Unit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a unit of a pipeline. A unit that has no equivalent is kept with the reason, because a chip may well offer units that a
 * network does not use.
 */
final class UnitDescription {

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
        // An input's visit and a dendrite are not priced here, and SANA-FE's own descriptions give both for nothing.
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
                    && (stage == PipelineStage.DENDRITE || !attribute.getValue().truth());
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
