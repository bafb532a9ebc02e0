package ganglion.scenario.future;

import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.CostRequest;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.estimate.Computation;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.signal.FrontEndWork;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.cost.FrontEndCounter;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ScenarioRun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the devices of a scenario have spent on a clip by a moment of it, beside what the whole clip takes. */
public final class EarlyExit {

    private final Scenario scenario;
    private final Workload workload;
    private final List<ChipCost> costs;
    private final List<FrontEndWork> frontEnds;

    /**
     * Costs a run on the devices of its scenario.
     *
     * @param workload the whole run, so that its neurons are placed as they are for its costs
     */
    public EarlyExit(Scenario scenario, Workload workload, List<Clip> clips) {
        this.scenario = scenario;
        this.workload = workload;
        this.costs = Costing.costAll(
                workload,
                scenario.hardware().stream()
                        .map(spec -> new CostRequest(spec.profile(), spec.options()))
                        .toList());
        this.frontEnds = FrontEndCounter.of(scenario, clips, workload.ticks());
    }

    /** That of a run that has been costed. */
    public EarlyExit(ScenarioRun run) {
        this.scenario = run.scenario();
        this.workload = DeviceEstimates.workload(run);
        this.costs = run.costs();
        this.frontEnds = FrontEndCounter.of(scenario, run.clips(), run.ranTicks());
    }

    /**
     * What a device that computes tick by tick has spent.
     *
     * @param until by the moment
     * @param whole by the end of what counts for the decision
     */
    public record Spent(DecisionEstimate until, DecisionEstimate whole) {}

    /**
     * The energies of a decision on each device that computes it tick by tick: of those that compute an artificial network once at the end, no part is
     * spent earlier.
     *
     * @param fromTick from which on the device works on the decision
     * @param tick by which it has spent this; nothing less than one tick of work is estimated
     */
    public List<Spent> by(Decision decision, long fromTick, long tick) {
        List<DecisionEstimate> whole = estimates(decision, fromTick, decision.untilTick());
        List<DecisionEstimate> until = estimates(decision, fromTick, Math.max(tick, fromTick + 1));
        List<Spent> spent = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        for (int i = 0; i < whole.size(); i++) {
            DecisionEstimate estimate = whole.get(i);
            if (isWanted(estimate) && listed.add(estimate.profile().name())) {
                spent.add(new Spent(until.get(i), estimate));
            }
        }
        return spent;
    }

    private boolean isWanted(DecisionEstimate estimate) {
        boolean spiking = Computation.on(estimate.profile()).contains(Computation.SPIKES);
        return estimate.computation() == (spiking ? Computation.SPIKES : Computation.DENSE_TICKS);
    }

    private List<DecisionEstimate> estimates(Decision whole, long from, long until) {
        Decision part = new Decision(
                whole.file(),
                whole.label(),
                from,
                until,
                whole.winner(),
                whole.spikeCounts(),
                whole.firstSpikeTick(),
                whole.correct());
        List<HardwareSpec> hardware = scenario.hardware();
        return new DeviceEstimates(workload, hardware, costs, List.of(part), frontEnds).ofDecision();
    }
}
