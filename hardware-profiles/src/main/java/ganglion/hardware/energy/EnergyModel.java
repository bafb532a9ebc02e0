package ganglion.hardware.energy;

import ganglion.hardware.profile.EnergyFigure;
import ganglion.hardware.profile.Execution;
import ganglion.hardware.profile.Operation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * The energies of a profile as they are added up. Operations that another figure covers are left out of the sum; operations
 * that a total cannot do without, and that have no figure, are named as missing.
 */
public final class EnergyModel {

    /** Published for some chips only; a total without them is given, and says so. */
    private static final List<Operation> UNPRICED_WITHOUT_FIGURE =
            List.of(Operation.SPIKE, Operation.MESSAGE_OUT, Operation.MESSAGE_IN, Operation.MESSAGE_WITHIN_TILE);

    /** Needed wherever they occur: without one of them there is no total. */
    private static final Set<Operation> NEEDED_WHEN_SPIKING = Collections.unmodifiableSet(EnumSet.of(
            Operation.SYNAPTIC_OPERATION,
            Operation.NEURON_UPDATE_ACTIVE,
            Operation.NEURON_UPDATE_IDLE,
            Operation.HOP_EAST,
            Operation.HOP_WEST,
            Operation.HOP_NORTH,
            Operation.HOP_SOUTH,
            Operation.MESSAGE_BETWEEN_CHIPS));

    private static final Set<Operation> NEEDED_WHEN_DENSE = Set.of(Operation.MULTIPLY_ACCUMULATE);

    private final Map<Operation, EnergyFigure> counted = new EnumMap<>(Operation.class);
    private final Map<Operation, Operation> coveredBy = new EnumMap<>(Operation.class);
    private final Set<Operation> needed;

    /** A model of the figures of one profile. */
    public EnergyModel(Map<Operation, EnergyFigure> energies, Execution execution) {
        needed = execution == Execution.DENSE ? NEEDED_WHEN_DENSE : NEEDED_WHEN_SPIKING;
        energies.forEach((operation, energy) -> energy.covers().forEach(covered -> coveredBy.put(covered, operation)));
        energies.forEach((operation, energy) -> {
            if (!coveredBy.containsKey(operation)) {
                counted.put(operation, energy);
            }
        });
    }

    /** The figures that are added up, in the order of {@link Operation}. */
    public Map<Operation, EnergyFigure> counted() {
        return Collections.unmodifiableMap(counted);
    }

    /** The operations that are part of another's figure, with that other. */
    public Map<Operation, Operation> coveredBy() {
        return Collections.unmodifiableMap(coveredBy);
    }

    /** Operations that occur and that a total needs, but that have no figure. */
    public List<Operation> missing(ToLongFunction<Operation> counts) {
        return needed.stream()
                .filter(operation -> counts.applyAsLong(operation) > 0)
                .filter(operation -> !counted.containsKey(operation) && !coveredBy.containsKey(operation))
                .sorted()
                .toList();
    }

    /** Operations that occur and have no figure of their own, but that a total is given without: it holds nothing for them. */
    public List<Operation> unpriced(ToLongFunction<Operation> counts) {
        return UNPRICED_WITHOUT_FIGURE.stream()
                .filter(operation -> counts.applyAsLong(operation) > 0)
                .filter(operation -> !counted.containsKey(operation) && !coveredBy.containsKey(operation))
                .toList();
    }

    /** Energy in joules of so many operations of each sort, from the figures that are known. */
    public double joules(ToLongFunction<Operation> counts) {
        double joules = 0;
        for (Map.Entry<Operation, EnergyFigure> entry : counted.entrySet()) {
            joules += counts.applyAsLong(entry.getKey())
                    * entry.getValue().figure().value();
        }
        return joules;
    }
}
