package ganglion.scenario.cost;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.comparison.Baseline;
import ganglion.hardware.comparison.BaselineSetting;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.metrics.ArithmeticCounts;
import ganglion.hardware.metrics.NeuroBenchMetrics;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.result.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * A run beside the same work done otherwise. An inference is a decision, or the whole run where nothing is decided.
 *
 * @param inferences number of inferences in the run
 * @param ticksPerInference mean length of one, at least a tick
 * @param neuroBench NeuroBench's metrics, for each inference
 * @param spiking additions and multiplications of the whole run, as the literature counts them
 * @param artificial the same of an artificial network of the same layers that is gone through in every tick
 * @param baselines the equivalent dense network on each conventional processor of the scenario, in 32-bit numbers and in
 *     whole numbers of 8 bits
 * @param breakEvens each chip that follows spikes against each baseline
 */
public record Comparison(
        long inferences,
        long ticksPerInference,
        NeuroBenchMetrics neuroBench,
        ArithmeticCounts spiking,
        ArithmeticCounts artificial,
        List<Baseline> baselines,
        List<BreakEvenLine> breakEvens) {

    /** Number formats that baselines are computed in. */
    private static final List<NumberFormat> FORMATS = List.of(NumberFormat.FLOAT32, NumberFormat.INT8);

    /** Takes copies of the lists. */
    public Comparison {
        baselines = List.copyOf(baselines);
        breakEvens = List.copyOf(breakEvens);
    }

    /**
     * The comparison of a workload.
     *
     * @param hardware the chips that it was costed on, and how their baselines run
     * @param costs what it costs on each of them
     * @param decisions what was decided; may be empty
     */
    public static Comparison of(
            Workload workload, List<HardwareSpec> hardware, List<ChipCost> costs, List<Decision> decisions) {
        long inferences = Math.max(1, decisions.size());
        long ticks = Math.max(1, Math.round(ticksOfInference(workload, decisions)));
        List<Baseline> baselines = baselines(workload, hardware, ticks);
        return new Comparison(
                inferences,
                ticks,
                NeuroBenchMetrics.of(
                        workload.network(),
                        workload.spikes(),
                        workload.ticks(),
                        inferences,
                        NumberFormat.FLOAT32.bytes()),
                ArithmeticCounts.spiking(workload.network(), workload.spikes(), workload.ticks()),
                ArithmeticCounts.artificial(workload.network(), workload.ticks()),
                baselines,
                BreakEvenLine.all(workload, costs, baselines));
    }

    private static double ticksOfInference(Workload workload, List<Decision> decisions) {
        return decisions.stream()
                .mapToLong(decision -> Math.min(decision.untilTick(), workload.ticks()) - decision.fromTick())
                .average()
                .orElse(workload.ticks());
    }

    private static List<Baseline> baselines(Workload workload, List<HardwareSpec> hardware, long ticks) {
        List<Baseline> baselines = new ArrayList<>();
        double perSecond = 1 / workload.clock().seconds(ticks);
        for (HardwareSpec spec : hardware) {
            if (!Baseline.isPossibleOn(spec.profile())) {
                continue;
            }
            for (NumberFormat format : FORMATS) {
                BaselineSetting setting = new BaselineSetting(
                        format,
                        spec.baseline().stateful(),
                        spec.baseline().passes().orElse(ticks),
                        perSecond,
                        spec.baseline().duty());
                baselines.add(Baseline.of(workload.network(), spec.profile(), standIn(), setting));
            }
        }
        return baselines;
    }

    /** The processor whose memory stands in where a profile knows none. */
    private static HardwareProfile standIn() {
        try {
            return ProfileLibrary.find("ideal-45nm");
        } catch (ProfileException e) {
            throw new IllegalStateException("a profile that ships with Ganglion is not there", e);
        }
    }
}
