package ganglion.scenario.cost;

import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.dense.DenseLayers;
import ganglion.hardware.estimate.ArithmeticEstimate;
import ganglion.hardware.estimate.ChipEstimate;
import ganglion.hardware.estimate.Computation;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.estimate.DecisionWork;
import ganglion.hardware.estimate.ProcessorEstimate;
import ganglion.hardware.estimate.ProcessorEstimate.Task;
import ganglion.hardware.estimate.Surroundings;
import java.util.ArrayList;
import java.util.List;

/** What a decision takes on each device of a scenario, in each way that the device can compute it. For one use. */
final class DeviceEstimates {

    private final Workload workload;
    private final DecisionWork work;
    private final Surroundings surroundings;
    private final List<DecisionEstimate> estimates = new ArrayList<>();

    DeviceEstimates(Workload workload, DecisionWork work, Surroundings surroundings) {
        this.workload = workload;
        this.work = work;
        this.surroundings = surroundings;
    }

    List<DecisionEstimate> of(List<ChipCost> costs) {
        for (ChipCost cost : costs) {
            if (cost.profile().execution() == Execution.SPIKING) {
                estimates.add(ChipEstimate.of(cost, work, surroundings));
            }
            addDense(cost.profile());
        }
        return estimates;
    }

    private void addDense(HardwareProfile profile) {
        for (NumberFormat format : NumberFormat.values()) {
            boolean device = profile.processor()
                    .filter(processor -> processor.formats().contains(format))
                    .isPresent();
            if (!device && !ArithmeticEstimate.isPossibleOn(profile, format)) {
                continue;
            }
            for (Task task : List.of(inEveryTick(format), once(format))) {
                estimates.add(
                        device
                                ? ProcessorEstimate.of(profile, task, work, surroundings)
                                : ArithmeticEstimate.of(profile, task, work, surroundings));
            }
        }
    }

    private Task inEveryTick(NumberFormat format) {
        return new Task(
                Computation.DENSE_TICKS,
                format,
                DenseLayers.ofTick(workload.network(), workload.numbers()),
                Math.max(1, Math.round(work.ticksPerDecision())));
    }

    private Task once(NumberFormat format) {
        return new Task(
                Computation.ARTIFICIAL, format, DenseLayers.artificial(workload.network(), workload.numbers()), 1);
    }
}
