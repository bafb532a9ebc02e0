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
 * A run compared with other ways to do its work. An inference is a decision, or the whole run if nothing is decided.
 *
 * @param inferences number of inferences in the run
 * @param ticksPerInference mean length of an inference, at least 1 tick
 * @param neuroBench NeuroBench's metrics, per inference
 * @param spiking additions and multiplications of the whole run, as the literature counts them
 * @param artificial the same for an artificial network of the same layers that is evaluated in every tick
 * @param baselines the equivalent dense network on each conventional processor of the scenario, in 32-bit floating point and in
 *     int8
 * @param breakEvens each event-driven chip against each baseline
 */
public record Comparison(
        long inferences,
        long ticksPerInference,
        NeuroBenchMetrics neuroBench,
        ArithmeticCounts spiking,
        ArithmeticCounts artificial,
        List<Baseline> baselines,
        List<BreakEvenLine> breakEvens) {

    /** Number formats of the baselines. */
    private static final List<NumberFormat> FORMATS = List.of(NumberFormat.FLOAT32, NumberFormat.INT8);

    /** Copies the lists. */
    public Comparison {
        baselines = List.copyOf(baselines);
        breakEvens = List.copyOf(breakEvens);
    }

    /**
     * The comparison of a workload.
     *
     * @param hardware the chips, and how their baselines run
     * @param costs estimated cost on each of them
     * @param decisions the decisions; may be empty
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
                        workload.numbers(),
                        workload.ticks(),
                        inferences,
                        NumberFormat.FLOAT32.bytes()),
                ArithmeticCounts.spiking(workload.network(), workload.spikes(), workload.numbers(), workload.ticks()),
                ArithmeticCounts.artificial(workload.network(), workload.numbers(), workload.ticks()),
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
                baselines.add(Baseline.of(workload.network(), workload.numbers(), spec.profile(), standIn(), setting));
            }
        }
        return baselines;
    }

    /** The processor whose memory figures are used if a profile has none. */
    private static HardwareProfile standIn() {
        try {
            return ProfileLibrary.find("ideal-45nm");
        } catch (ProfileException e) {
            throw new IllegalStateException("a profile that ships with Ganglion is not there", e);
        }
    }
}
