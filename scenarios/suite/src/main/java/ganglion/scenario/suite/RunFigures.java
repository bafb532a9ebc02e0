package ganglion.scenario.suite;

import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.kernel.network.Population;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.cost.EnergyName;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ScenarioRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            long labelled = run.decisions().stream()
                    .filter(decision -> !decision.label().isEmpty())
                    .count();
            long right = run.decisions().stream().filter(Decision::correct).count();
            figures.put(RunResult.RIGHT_DECISIONS, (double) right);
            figures.put(RunResult.WRONG_DECISIONS, (double) (labelled - right));
        }
        addEnergies(figures, run);
        for (ChipCost cost : run.costs()) {
            String name = cost.profile().name();
            if (cost.timing().isKnown()) {
                double seconds = cost.timing().tickLatency().getValueAtPercentile(99) / NANOSECONDS_PER_SECOND;
                figures.put("99 % of ticks on " + name + " (s)", seconds);
            }
        }
        return figures;
    }

    /** What expectations about energy are held against: each device as it is used unless said otherwise. */
    private static void addEnergies(Map<String, Double> figures, ScenarioRun run) {
        if (run.costs().isEmpty()) {
            return;
        }
        List<DecisionEstimate> estimates = DeviceEstimates.of(run).ofDecision();
        boolean ofDecision = !run.decisions().isEmpty();
        for (ChipCost cost : run.costs()) {
            String device = cost.profile().name();
            DecisionEstimate estimate = DeviceEstimates.select(estimates, cost.profile(), Optional.empty());
            for (Boundary boundary : Boundary.values()) {
                String name = new EnergyName(boundary, ofDecision, device).text();
                estimate.energy(boundary).joules().ifPresent(joules -> figures.put(name, joules));
            }
            String work = "work " + EnergyName.work(ofDecision) + " on " + device + " (s)";
            estimate.workSeconds().ifPresent(seconds -> figures.put(work, seconds));
            estimate.inTime().ifPresent(inTime -> figures.put(EnergyName.keepsPace(device), inTime ? 1.0 : 0.0));
        }
    }
}
