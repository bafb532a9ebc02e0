package ganglion.scenario.cost;

import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.estimate.DecisionWork;
import ganglion.hardware.estimate.Ranking;
import ganglion.hardware.metrics.ArithmeticCounts;
import ganglion.hardware.metrics.NeuroBenchMetrics;
import ganglion.hardware.signal.FrontEndWork;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.result.Decision;
import java.util.List;
import java.util.Optional;

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
 * @param withoutArtificial why no artificial network of the same layers is among them, as half a sentence; empty if there may be
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
        Optional<String> withoutArtificial,
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
        DeviceEstimates devices = new DeviceEstimates(workload, hardware, costs, decisions, frontEnds);
        DecisionWork work = devices.work();
        List<DecisionEstimate> estimates = devices.ofDecision();
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
                devices.withoutArtificial(),
                BreakEvenLine.all(workload, costs, estimates));
    }

    /** The devices by energy, under one boundary. */
    public Ranking ranking(Boundary boundary) {
        return Ranking.of(boundary, estimates);
    }
}
