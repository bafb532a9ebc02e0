package ganglion.scenario.cost;

import ganglion.hardware.chip.Execution;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.BreakEven;
import ganglion.hardware.estimate.Computation;
import ganglion.hardware.estimate.DecisionEstimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The activity up to which a chip takes less energy than a conventional device.
 *
 * @param chip estimate of the chip that follows spikes
 * @param conventional estimate of the device that it is compared with
 * @param breakEven the comparison, with its boundary
 */
public record BreakEvenLine(DecisionEstimate chip, DecisionEstimate conventional, BreakEven breakEven) {

    private static final int POINTS = 61;

    private static final List<Boundary> BOUNDARIES = List.of(Boundary.MARGINAL, Boundary.ALWAYS_ON);

    /**
     * Each chip against each way that each conventional device can compute a decision, in its smallest number format, under
     * the boundaries at which both energies are known.
     */
    static List<BreakEvenLine> all(Workload workload, List<ChipCost> costs, List<DecisionEstimate> estimates) {
        List<DecisionEstimate> conventional = smallestFormats(estimates);
        List<BreakEvenLine> lines = new ArrayList<>();
        for (ChipCost cost : costs) {
            if (cost.profile().cores().execution() == Execution.SPIKING
                    && cost.placement().fits()) {
                DecisionEstimate chip = estimates.stream()
                        .filter(estimate -> estimate.computation() == Computation.SPIKES)
                        .filter(estimate -> estimate.profile() == cost.profile())
                        .findFirst()
                        .orElseThrow();
                for (DecisionEstimate other : conventional) {
                    for (Boundary boundary : BOUNDARIES) {
                        BreakEven.of(workload, cost, chip, other, boundary, POINTS)
                                .ifPresent(found -> lines.add(new BreakEvenLine(chip, other, found)));
                    }
                }
            }
        }
        return lines;
    }

    /** Number formats come in the order of their bytes. */
    private static List<DecisionEstimate> smallestFormats(List<DecisionEstimate> estimates) {
        Map<String, DecisionEstimate> smallest = new LinkedHashMap<>();
        estimates.stream()
                .filter(estimate -> estimate.computation() != Computation.SPIKES)
                .forEach(estimate -> smallest.putIfAbsent(
                        estimate.profile().name() + " " + estimate.computation().word(), estimate));
        return List.copyOf(smallest.values());
    }
}
