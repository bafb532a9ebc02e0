package ganglion.scenario.suite;

import ganglion.hardware.cost.ChipCost;
import ganglion.kernel.network.Population;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ScenarioRun;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures by which the runs of a sweep are compared. */
final class RunFigures {

    private static final double NANOSECONDS_PER_SECOND = 1e9;

    private RunFigures() {}

    /** Figures by name, with units in the names; unknown figures are left out. */
    static Map<String, Double> of(ScenarioRun run) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (int p = 0; p < run.network().populations().size(); p++) {
            Population population = run.network().populations().get(p);
            double spikes = run.spikeCount(p);
            figures.put("spikes of " + population.name(), spikes);
            figures.put(
                    "rate of " + population.name() + " (Hz)",
                    spikes / population.size() / run.clock().seconds(run.ranTicks()));
        }
        if (run.decisions().stream().anyMatch(decision -> !decision.label().isEmpty())) {
            figures.put("correct decisions", (double)
                    run.decisions().stream().filter(Decision::correct).count());
        }
        for (ChipCost cost : run.costs()) {
            String name = cost.profile().name();
            cost.totalJoules().ifPresent(joules -> figures.put("energy on " + name + " (J)", joules));
            if (cost.timeKnown()) {
                double seconds = cost.tickLatency().getValueAtPercentile(99) / NANOSECONDS_PER_SECOND;
                figures.put("99 % of ticks on " + name + " (s)", seconds);
            }
        }
        return figures;
    }
}
