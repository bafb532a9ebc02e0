package ganglion.hardware.comparison;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.CostOptions;
import ganglion.hardware.cost.CostRequest;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.Workload;
import java.util.ArrayList;
import java.util.List;

/**
 * Costs a recorded run again on one chip, with one of its figures
 * swept through a range. The run is walked through once, whatever the number of values.
 */
public final class Recost {

    private Recost() {}

    /**
     * The cost of a run with another value of a figure.
     *
     * @param value of the figure, in its base unit
     * @param cost with this value
     */
    public record Sensitivity(double value, ChipCost cost) {}

    /**
     * The run with each value of a figure, in their order.
     *
     * @throws IllegalArgumentException if the run is too long, or the options name an unknown population or unit
     */
    public static List<Sensitivity> sweep(
            Workload workload, HardwareProfile profile, CostOptions options, FigureSweep sweep) {
        List<CostRequest> requests = sweep.values().stream()
                .map(value -> new CostRequest(sweep.set(profile, value), options))
                .toList();
        List<ChipCost> costs = Costing.costAll(workload, requests);
        List<Sensitivity> results = new ArrayList<>();
        for (int i = 0; i < costs.size(); i++) {
            results.add(new Sensitivity(sweep.values().get(i), costs.get(i)));
        }
        return results;
    }
}
