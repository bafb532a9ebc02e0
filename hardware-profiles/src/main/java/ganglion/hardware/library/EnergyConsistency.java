package ganglion.hardware.library;

import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.figure.Accounting;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checks that no energy is counted twice: neither under two figures, nor as part of an all-in figure. */
final class EnergyConsistency {

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
                    String by = covered == operation ? "itself" : other.key();
                    problems.put(
                            pointer(operation) + "/covers", "found " + covered.key() + ", which is covered by " + by);
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
        return "/energy/" + operation.key();
    }
}
