package ganglion.report.result;

import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.estimate.Battery;
import ganglion.hardware.signal.FrontEndWork;
import ganglion.scenario.cost.Comparison;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.cost.FrontEndCounter;
import ganglion.scenario.cost.SoundToDecision;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ScenarioRun;
import java.util.List;
import java.util.Optional;

/**
 * The cost of a run, new or recorded, on devices.
 *
 * @param workload the network and its spikes
 * @param hardware the devices that the scenario asks for, and how they are used
 * @param costs its cost on each device
 * @param decisions its decisions
 * @param frontEnds work of the front end of each input that is sound
 * @param battery what the device is fed by, if the scenario says
 * @param soundToDecision the latency that the cochlea adds to a decision
 * @param comparison the devices compared
 */
public record CostedRun(
        Workload workload,
        List<HardwareSpec> hardware,
        List<ChipCost> costs,
        List<Decision> decisions,
        List<FrontEndWork> frontEnds,
        Optional<Battery> battery,
        SoundToDecision soundToDecision,
        Comparison comparison) {

    /** Takes copies of the lists. */
    public CostedRun {
        hardware = List.copyOf(hardware);
        costs = List.copyOf(costs);
        decisions = List.copyOf(decisions);
        frontEnds = List.copyOf(frontEnds);
    }

    /** Compares the devices. */
    public CostedRun(
            Workload workload,
            List<HardwareSpec> hardware,
            List<ChipCost> costs,
            List<Decision> decisions,
            List<FrontEndWork> frontEnds,
            Optional<Battery> battery,
            SoundToDecision soundToDecision) {
        this(
                workload,
                hardware,
                costs,
                decisions,
                frontEnds,
                battery,
                soundToDecision,
                Comparison.of(workload, hardware, costs, decisions, frontEnds));
    }

    /** The run of a scenario. */
    public static CostedRun of(ScenarioRun run) {
        return new CostedRun(
                DeviceEstimates.workload(run),
                run.scenario().hardware(),
                run.costs(),
                run.decisions(),
                FrontEndCounter.of(run.scenario(), run.clips(), run.ranTicks()),
                run.scenario().battery(),
                SoundToDecision.of(run.scenario()));
    }
}
