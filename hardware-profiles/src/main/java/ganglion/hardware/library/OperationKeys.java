package ganglion.hardware.library;

import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.EnergyFigure.Accounting;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PipelineStage;
import ganglion.hardware.chip.PipelineUnit;
import ganglion.hardware.figure.Figure;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of energies and times by operation, of the chip and of its pipeline units. */
final class OperationKeys {

    /** Operations whose time is part of others, or not the chip's. */
    private static final Set<Operation> WITHOUT_TIME = EnumSet.of(
            Operation.MESSAGE_BETWEEN_CHIPS,
            Operation.ENCODER_UPDATE,
            Operation.INPUT_SPIKE,
            Operation.INPUT_MESSAGE,
            Operation.NETWORK_STEP);

    static final Key<Map<Operation, EnergyFigure>> ENERGY = Key.of(
                    "energy",
                    table(
                            "energies",
                            EnumSet.allOf(Operation.class),
                            FigureKeys.PRICE,
                            "{value: 23.6 pJ, kind: published, source: davies-2018, accounting: marginal}"))
            .says("Energy of one operation of each kind. What is unknown is left out.")
            .byDefault(Map.of(), Map.of())
            .exampleText("{synaptic-operation: {value: 23.6 pJ, kind: published, source: davies-2018,"
                    + " accounting: marginal}}");
    static final Key<Map<Operation, Figure>> TIME = Key.of(
                    "time",
                    table(
                            "times",
                            EnumSet.complementOf(EnumSet.copyOf(WITHOUT_TIME)),
                            FigureKeys.TIME,
                            "{value: 3.5 ns, kind: published, source: davies-2018}"))
            .says("Time of one operation of each kind. What is unknown is left out.")
            .byDefault(Map.of(), Map.of())
            .exampleText("{synaptic-operation: {value: 3.5 ns, kind: published, source: davies-2018}}");

    /** Stages whose operations no population has for itself. */
    private static final Set<PipelineStage> BY_CORE = EnumSet.of(PipelineStage.AXON_IN, PipelineStage.AXON_OUT);

    private static final Key<String> NAME = Key.of("name", ProfileTypes.NAME)
            .says("Name of the unit, unique in the profile; scenarios map populations to it.")
            .required()
            .example("dense-synapse");
    private static final Key<PipelineStage> STAGE = Key.of("stage", words("a stage", PipelineStage.class))
            .says("Stage of the pipeline. The unit prices the operations of this stage only.")
            .required()
            .example("synapse");
    private static final Shape<PipelineUnit> UNIT =
            Shape.of("a unit with name and stage", OperationKeys::unit, NAME, STAGE, ENERGY, TIME);

    static final Key<List<PipelineUnit>> UNITS = Key.of("units", listOf("a list of units", UNIT))
            .says("Models of pipeline stages that a core offers beside one another, the default of each stage first."
                    + " A unit's figures replace the chip's for the populations that are mapped to it.")
            .byDefault(List.of())
            .exampleText("[{name: dense-synapse, stage: synapse}]");

    private OperationKeys() {}

    private static <T> Shape<Map<Operation, T>> table(
            String definition, Set<Operation> operations, Type<T> type, String example) {
        return Shape.table(
                        "an object with figures by operation",
                        operations,
                        operation -> Key.of(operation.word(), type)
                                .says(operation.meaning())
                                .exampleText(example))
                .named(definition);
    }

    private static PipelineUnit unit(Place place) {
        PipelineUnit unit = new PipelineUnit(NAME.in(place), STAGE.in(place), ENERGY.in(place), TIME.in(place));
        Set<Operation> foreign = EnumSet.noneOf(Operation.class);
        foreign.addAll(unit.energy().keySet());
        foreign.addAll(unit.time().keySet());
        unit.stage().operations().forEach(foreign::remove);
        foreign.forEach(operation -> place.problem("found a figure of " + operation.word()
                + ", which is not done in the stage " + unit.stage().word()));
        return unit;
    }

    /** Checks what no schema can: that names of units differ, and that no energy is counted twice. */
    static void check(Place root, HardwareProfile profile) {
        Set<String> names = new HashSet<>();
        Set<PipelineStage> stages = EnumSet.noneOf(PipelineStage.class);
        for (Place unit : root.elements(UNITS.name())) {
            if (!names.add(NAME.in(unit))) {
                NAME.at(unit).problem("found \"" + NAME.in(unit) + "\" twice, expected each name once");
            }
            PipelineStage stage = STAGE.in(unit);
            if (BY_CORE.contains(stage) && !stages.add(stage)) {
                STAGE.at(unit)
                        .problem("found a second unit of the stage " + stage.word()
                                + ", expected one: messages are counted by core, not by population");
            }
        }
        new EnergyConsistency(
                        profile.figures().energy(),
                        profile.figures().power().idle().isPresent())
                .problems()
                .forEach((pointer, message) -> root.reading().note(pointer, message));
    }

    /** Checks that no energy is counted twice: neither under two figures, nor as part of an all-in figure. */
    static final class EnergyConsistency {

        private final Map<Operation, EnergyFigure> energies;
        private final boolean hasIdlePower;

        EnergyConsistency(Map<Operation, EnergyFigure> energies, boolean hasIdlePower) {
            this.energies = energies;
            this.hasIdlePower = hasIdlePower;
        }

        /** What is wrong, by JSON pointer. */
        Map<String, String> problems() {
            Map<String, String> problems = new LinkedHashMap<>();
            Map<Operation, Operation> coveredBy = new EnumMap<>(Operation.class);
            energies.forEach((operation, energy) -> {
                for (Operation covered : energy.covers()) {
                    Operation other = coveredBy.putIfAbsent(covered, operation);
                    if (covered == operation || other != null) {
                        String by = covered == operation ? "itself" : other.word();
                        problems.put(
                                pointer(operation) + "/covers",
                                "found " + covered.word() + ", which is covered by " + by);
                    }
                }
            });
            energies.forEach((operation, energy) -> {
                if (energy.accounting() == Accounting.ALL_IN && isMixed(operation, coveredBy)) {
                    problems.put(
                            pointer(operation) + "/accounting",
                            "found all-in beside marginal energies or idle power, expected only one accounting");
                }
            });
            return problems;
        }

        private boolean isMixed(Operation allIn, Map<Operation, Operation> coveredBy) {
            return !coveredBy.containsKey(allIn)
                    && (hasIdlePower
                            || energies.keySet().stream()
                                    .anyMatch(other -> other != allIn && !coveredBy.containsKey(other)));
        }

        private static String pointer(Operation operation) {
            return "/energy/" + operation.word();
        }
    }
}
