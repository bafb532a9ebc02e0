package ganglion.scenario.cost;

import ganglion.cochlea.work.CochleaStage;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.estimate.DecisionWork;
import ganglion.hardware.estimate.DecisionWork.TickRange;
import ganglion.hardware.estimate.Ranking;
import ganglion.hardware.metrics.ArithmeticCounts;
import ganglion.hardware.metrics.NeuroBenchMetrics;
import ganglion.hardware.signal.FrontEndWork;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.result.Decision;
import java.util.List;

/**
 * A run compared with other ways to do its work. An inference is a decision, or the whole run if nothing is decided.
 *
 * @param inferences number of inferences in the run
 * @param ticksPerInference mean length of an inference, at least 1 tick
 * @param neuroBench NeuroBench's metrics, per inference
 * @param spiking additions and multiplications of the whole run, as the literature counts them
 * @param artificial the same for an artificial network of the same layers that is evaluated in every tick
 * @param work what is asked of every device for one inference
 * @param estimates what an inference takes on each device, in each way that it can compute it
 * @param breakEvens each event-driven chip against each conventional device
 */
public record Comparison(
        long inferences,
        long ticksPerInference,
        NeuroBenchMetrics neuroBench,
        ArithmeticCounts spiking,
        ArithmeticCounts artificial,
        DecisionWork work,
        List<DecisionEstimate> estimates,
        List<BreakEvenLine> breakEvens) {

    /** Copies the lists. */
    public Comparison {
        estimates = List.copyOf(estimates);
        breakEvens = List.copyOf(breakEvens);
    }

    /**
     * The comparison of a workload.
     *
     * @param hardware the devices
     * @param costs estimated cost on each of them
     * @param decisions the decisions; may be empty
     * @param frontEnds work of the front end of each input that is sound
     */
    public static Comparison of(
            Workload workload,
            List<HardwareSpec> hardware,
            List<ChipCost> costs,
            List<Decision> decisions,
            List<FrontEndWork> frontEnds) {
        long inferences = Math.max(1, decisions.size());
        DecisionWork work = new DecisionWork(
                decided(workload, decisions), workload.clock().tickSeconds(), atTheRightRate(frontEnds));
        List<DecisionEstimate> estimates = new DeviceEstimates(workload, work, new ShippedDevices(hardware)).of(costs);
        return new Comparison(
                inferences,
                Math.max(1, Math.round(work.ticksPerDecision())),
                NeuroBenchMetrics.of(
                        workload.network(),
                        workload.spikes(),
                        workload.numbers(),
                        workload.ticks(),
                        inferences,
                        NumberFormat.FLOAT32.bytes()),
                ArithmeticCounts.spiking(workload.network(), workload.spikes(), workload.numbers(), workload.ticks()),
                ArithmeticCounts.artificial(workload.network(), workload.numbers(), workload.ticks()),
                work,
                estimates,
                BreakEvenLine.all(workload, costs, estimates));
    }

    /** A device's microphone samples at the rate of the front end: only recordings are resampled. */
    private static List<FrontEndWork> atTheRightRate(List<FrontEndWork> frontEnds) {
        return frontEnds.stream()
                .map(frontEnd -> frontEnd.without(CochleaStage.RESAMPLING.key()))
                .toList();
    }

    /** The devices by energy, under one boundary. */
    public Ranking ranking(Boundary boundary) {
        return Ranking.of(boundary, estimates);
    }

    /** The ticks of each decision that was simulated; those of the whole run where there is none. */
    private static List<TickRange> decided(Workload workload, List<Decision> decisions) {
        List<TickRange> ranges = decisions.stream()
                .filter(decision -> decision.fromTick() < workload.ticks())
                .map(decision -> new TickRange(decision.fromTick(), Math.min(decision.untilTick(), workload.ticks())))
                .toList();
        return ranges.isEmpty() ? List.of(new TickRange(0, workload.ticks())) : ranges;
    }
}
