package ganglion.scenario.cost;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.comparison.Baseline;
import ganglion.hardware.comparison.BreakEven;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Workload;
import java.util.ArrayList;
import java.util.List;

/**
 * The activity up to which a chip takes less energy than a baseline.
 *
 * @param chip name of the event-driven chip
 * @param baseline the dense network that it is compared with
 * @param gated whether the baseline is powered during its share of the time only; if not, always
 * @param total break-even with static power, if it is known
 * @param dynamic break-even without static power on both sides
 */
public record BreakEvenLine(String chip, Baseline baseline, boolean gated, BreakEven total, BreakEven dynamic) {

    private static final int POINTS = 61;

    /** Each chip against each baseline of known power: always on and, if it can be gated, gated. */
    static List<BreakEvenLine> all(Workload workload, List<ChipCost> costs, List<Baseline> baselines) {
        List<BreakEvenLine> lines = new ArrayList<>();
        if (workload.spikes().stream().noneMatch(raster -> raster.firstIndexAt(workload.ticks()) > 0)) {
            return lines;
        }
        for (ChipCost cost : costs) {
            if (cost.profile().execution() != Execution.SPIKING
                    || !cost.placement().fits()
                    || cost.knownJoules() == 0) {
                continue;
            }
            for (Baseline baseline : baselines) {
                if (baseline.joulesPerInference().isPresent()) {
                    lines.add(line(workload, cost, baseline, false));
                    if (baseline.setting().duty() < 1) {
                        lines.add(line(workload, cost, baseline, true));
                    }
                }
            }
        }
        return lines;
    }

    private static BreakEvenLine line(Workload workload, ChipCost cost, Baseline baseline, boolean gated) {
        double total = (gated ? baseline.joulesPerSecondOfAudio() : baseline.joulesPerSecondAlwaysOn()).getAsDouble();
        double dynamic = baseline.dynamicJoulesPerSecondAlwaysOn().getAsDouble()
                * (gated ? baseline.setting().duty() : 1);
        return new BreakEvenLine(
                cost.profile().name(),
                baseline,
                gated,
                BreakEven.of(workload, cost, total, POINTS),
                BreakEven.withoutStaticPower(workload, cost, dynamic, POINTS));
    }

    /** Whether the chip takes less energy at almost no activity. */
    public static boolean winsAtRest(BreakEven breakEven) {
        BreakEven.Point lowest = breakEven.curve().get(0);
        return lowest.chipWatts() < lowest.baselineWatts();
    }

    /** The activity at break-even, human-readable; {@code always} or {@code never} if one takes less at any activity. */
    public static String text(BreakEven breakEven) {
        if (breakEven.breakEvenSpikesPerNeuronSecond().isPresent()) {
            return QuantityFormat.format(
                    breakEven.breakEvenSpikesPerNeuronSecond().getAsDouble(), Dimension.FREQUENCY);
        }
        return winsAtRest(breakEven) ? "always" : "never";
    }
}
