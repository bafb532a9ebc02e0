package ganglion.api.engine;

import ganglion.documents.InputException;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.Costing.CostRequest;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.cost.FrontEndCounter;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.ScenarioRun;
import java.util.List;

/** What a run takes on devices. */
public final class RunCosts {

    private RunCosts() {}

    /** What a decision takes on the devices of the scenario. */
    public static List<DecisionEstimate> ofDecision(RunCall call) {
        return DeviceEstimates.of(call.run()).ofDecision();
    }

    /**
     * What a decision takes on other devices.
     *
     * @param profiles names or files
     * @throws InputException if one of them is none
     */
    public static List<DecisionEstimate> ofDecision(RunCall call, List<String> profiles) throws InputException {
        ScenarioRun run = call.run();
        ScenarioOverrides before = call.scenario().scenario().overrides();
        Scenario other = call.scenario()
                .with(new ScenarioOverrides(before.settings(), before.seed(), profiles, before.allowOutsidePaths()))
                .scenario();
        // After those that are asked for come devices of expectations.
        List<HardwareSpec> hardware = other.hardware().subList(0, profiles.size());
        Workload workload = DeviceEstimates.workload(run);
        List<CostRequest> requests = hardware.stream()
                .map(spec -> new CostRequest(spec.profile(), spec.options()))
                .toList();
        List<ChipCost> costs = Costing.costAndDraw(
                workload, requests, new ThreadedTasks(Runtime.getRuntime().availableProcessors()));
        return new DeviceEstimates(
                        workload,
                        hardware,
                        costs,
                        run.decisions(),
                        FrontEndCounter.of(run.scenario(), run.clips(), run.ranTicks()))
                .ofDecision();
    }
}
