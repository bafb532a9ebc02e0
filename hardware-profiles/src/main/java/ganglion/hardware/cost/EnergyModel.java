package ganglion.hardware.cost;

import ganglion.hardware.activity.OperationCounter;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PipelineUnit;
import ganglion.hardware.chip.PopulationFigures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The energies of a profile in a sum. Operations that another figure covers are left out of it; operations
 * that a total needs, and that have no figure, are listed as missing.
 */
public final class EnergyModel {

    /** Published for some chips only; a total leaves them out, and a note says so. */
    private static final List<Operation> UNPRICED_WITHOUT_FIGURE =
            List.of(Operation.SPIKE, Operation.MESSAGE_OUT, Operation.MESSAGE_IN, Operation.MESSAGE_WITHIN_TILE);

    private static final Set<Operation> UPDATES = EnumSet.of(
            Operation.NEURON_UPDATE_ACTIVE,
            Operation.NEURON_UPDATE_IDLE,
            Operation.NEURON_ACCESS,
            Operation.NEURON_UPDATE);

    /** Needed wherever they occur: without one of them the total is unknown. */
    private static final Set<Operation> NEEDED_WHEN_SPIKING = EnumSet.of(
            Operation.SYNAPTIC_OPERATION,
            Operation.NEURON_UPDATE_ACTIVE,
            Operation.NEURON_UPDATE_IDLE,
            Operation.HOP_EAST,
            Operation.HOP_WEST,
            Operation.HOP_NORTH,
            Operation.HOP_SOUTH,
            Operation.MESSAGE_BETWEEN_CHIPS,
            Operation.MULTIPLY_ACCUMULATE);

    /** A network that sets off more than this many times the events that a price was measured with is another network. */
    private static final double FAR = 2;

    private final List<PricedOperation> counted = new ArrayList<>();
    private final Map<Operation, Operation> coveredBy = new EnumMap<>(Operation.class);
    private final Set<Operation> priced = EnumSet.noneOf(Operation.class);
    private final Set<Operation> needed;

    /** A model of one figure for each operation, whatever the population. */
    public EnergyModel(Map<Operation, EnergyFigure> energies, Execution execution) {
        needed = execution == Execution.DENSE
                ? EnumSet.of(Operation.MULTIPLY_ACCUMULATE)
                : EnumSet.copyOf(NEEDED_WHEN_SPIKING);
        cover(energies.keySet(), operation -> Optional.ofNullable(energies.get(operation)));
        for (Operation operation : Operation.values()) {
            EnergyFigure energy = energies.get(operation);
            if (energy != null && !coveredBy.containsKey(operation)) {
                add(new PricedOperation(operation, "", energy, null, 1));
            }
        }
    }

    /** A model of a chip that follows spikes. */
    static EnergyModel of(PopulationFigures figures, HardwareProfile profile, double crossbarRow, double leakRow) {
        return new EnergyModel(figures, profile.cores().timeModel().continuousNeurons(), crossbarRow, leakRow);
    }

    /**
     * The same by what of the chip counts.
     *
     * @param continuousNeurons whether neurons run continuously, so that their updates are not counted
     * @param crossbarRow slots that a crossbar visits per message; 0 if the chip has no crossbar
     * @param leakRow those that leak in each tick; 0 if the network has no leak
     */
    public EnergyModel(PopulationFigures figures, boolean continuousNeurons, double crossbarRow, double leakRow) {
        needed = EnumSet.copyOf(NEEDED_WHEN_SPIKING);
        if (continuousNeurons) {
            needed.removeAll(UPDATES);
        }
        cover(EnumSet.allOf(Operation.class), operation -> figures.energy(operation, 0));
        for (Operation operation : Operation.values()) {
            if (coveredBy.containsKey(operation)) {
                continue;
            }
            double factor = switch (operation) {
                case CROSSBAR_OPERATION -> crossbarRow;
                case LEAK -> leakRow;
                default -> 1;
            };
            byUnit(operation, figures).forEach((unit, populations) -> {
                boolean all = populations.size() == figures.populations();
                figures.energy(operation, populations.get(0))
                        .ifPresent(energy -> add(new PricedOperation(
                                operation,
                                unit,
                                energy,
                                all
                                        ? null
                                        : populations.stream().mapToInt(p -> p).toArray(),
                                factor)));
            });
        }
    }

    private interface Lookup {
        Optional<EnergyFigure> of(Operation operation);
    }

    private void cover(Set<Operation> operations, Lookup energies) {
        for (Operation operation : operations) {
            energies.of(operation)
                    .ifPresent(energy -> energy.covers().forEach(covered -> coveredBy.put(covered, operation)));
        }
    }

    /** The populations by the unit that does an operation for them; all under an empty name if units do not differ. */
    private static Map<String, List<Integer>> byUnit(Operation operation, PopulationFigures figures) {
        Map<String, List<Integer>> byUnit = new LinkedHashMap<>();
        for (int p = 0; p < figures.populations(); p++) {
            String unit = figures.unit(operation, p)
                    .filter(found -> found.energy().containsKey(operation))
                    .map(PipelineUnit::name)
                    .orElse("");
            byUnit.computeIfAbsent(unit, u -> new ArrayList<>()).add(p);
        }
        return byUnit;
    }

    private void add(PricedOperation operation) {
        counted.add(operation);
        priced.add(operation.operation());
    }

    /** The operations that are added up, in the order of {@link Operation}. */
    public List<PricedOperation> counted() {
        return Collections.unmodifiableList(counted);
    }

    /** The operations that are part of another's figure, with that other. */
    public Map<Operation, Operation> coveredBy() {
        return Collections.unmodifiableMap(coveredBy);
    }

    /** Operations that occur and that a total needs, but that have no figure, or are too many for the one that covers them; with their names. */
    public Map<Operation, String> missing(ToLongFunction<Operation> counts) {
        Map<Operation, String> missing = new EnumMap<>(Operation.class);
        needed.stream()
                .filter(operation -> counts.applyAsLong(operation) > 0 && isUnpriced(operation))
                .forEach(operation -> missing.put(operation, operation.label()));
        Operation events = Operation.SYNAPTIC_OPERATION;
        for (PricedOperation by : counted) {
            double all = counts.applyAsLong(events);
            double priced = counts.applyAsLong(by.operation());
            boolean bounded = by.energy().covers().contains(events) && by.operation() != Operation.CROSSBAR_OPERATION;
            if (bounded && all > FAR * by.energy().fanOut() * priced) {
                missing.put(
                        events,
                        String.format(
                                Locale.ROOT,
                                "%s (%.0f, more than the price of %.0f %s holds)",
                                events.label(),
                                all,
                                priced,
                                by.operation().label()));
            }
        }
        return missing;
    }

    /** Operations that occur, have no figure, and are left out of the total. */
    public List<Operation> unpriced(ToLongFunction<Operation> counts) {
        return UNPRICED_WITHOUT_FIGURE.stream()
                .filter(operation -> counts.applyAsLong(operation) > 0 && isUnpriced(operation))
                .toList();
    }

    private boolean isUnpriced(Operation operation) {
        return !priced.contains(operation) && !coveredBy.containsKey(operation);
    }

    /** Energy in joules of the tick that was counted last, from the figures that are known. */
    public double joulesInTick(OperationCounter counter) {
        double joules = 0;
        for (int i = 0; i < counted.size(); i++) {
            PricedOperation operation = counted.get(i);
            joules += operation.inTick(counter) * operation.energy().figure().value();
        }
        return joules;
    }

    /**
     * An operation with its energy, for all populations or for those of one pipeline unit.
     *
     * @param operation the operation
     * @param unit name of the unit; empty where the chip has only one
     * @param energy energy of one operation
     * @param populations indices of the populations concerned; null for all, as always where messages are counted, which belong to
     *     cores: a profile has one unit at most for those, and none for crossbars
     * @param factor operations per counted one: 1 except for crossbars and leaks
     */
    public record PricedOperation(
            Operation operation, String unit, EnergyFigure energy, int[] populations, double factor) {

        /** Stable key, such as {@code synaptic-operation} or {@code synaptic-operation/dense-synapse}. */
        public String key() {
            return unit.isEmpty() ? operation.word() : operation.word() + '/' + unit;
        }

        /** Human-readable name. */
        public String label() {
            return unit.isEmpty() ? operation.label() : operation.label() + " in " + unit;
        }

        /** Number of operations in the tick that ended last. */
        public long inTick(OperationCounter counter) {
            if (populations == null) {
                return (long) (factor * counter.inTick(counted()));
            }
            long count = 0;
            for (int population : populations) {
                count += counter.inTick(operation, population);
            }
            return count;
        }

        /** Number of operations in all ticks. */
        public long total(OperationCounter counter) {
            if (populations == null) {
                return (long) (factor * counter.total(counted()));
            }
            long count = 0;
            for (int population : populations) {
                count += counter.total(operation, population);
            }
            return count;
        }

        /** Number of operations where all populations are alike, from the counts of a whole run. */
        double total(ToDoubleFunction<Operation> counts) {
            return factor * counts.applyAsDouble(counted());
        }

        /** A crossbar visits one row per message, and neurons leak in every tick; every other operation is counted itself. */
        private Operation counted() {
            return switch (operation) {
                case CROSSBAR_OPERATION -> Operation.MESSAGE_IN;
                case LEAK -> Operation.NETWORK_STEP;
                default -> operation;
            };
        }
    }
}
