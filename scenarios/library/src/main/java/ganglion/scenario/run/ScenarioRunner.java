package ganglion.scenario.run;

import ganglion.cochlea.encode.CurrentInjection;
import ganglion.hardware.ChipCost;
import ganglion.hardware.Costing;
import ganglion.hardware.HardwareProfile;
import ganglion.hardware.Workload;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.Decision;
import ganglion.scenario.DecisionRule;
import ganglion.scenario.ExpectationOutcome;
import ganglion.scenario.HeardInput;
import ganglion.scenario.Input;
import ganglion.scenario.InputException;
import ganglion.scenario.RunProgress;
import ganglion.scenario.RunSettings;
import ganglion.scenario.RunStorage;
import ganglion.scenario.RunTimes;
import ganglion.scenario.Scenario;
import ganglion.scenario.ScenarioRun;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.expect.Decider;
import ganglion.scenario.expect.Evidence;
import ganglion.scenario.hear.Listening;
import ganglion.scenario.hear.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/** Runs scenarios. One instance runs one scenario, phase by phase. */
public final class ScenarioRunner {

    /** Costing keeps two doubles for each tick and chip. */
    private static final long MOST_COSTED_TICKS = 50_000_000;

    private final Scenario scenario;
    private final RunSettings settings;
    private final RunStorage storage;
    private final RunProgress progress;

    private ScenarioRunner(Scenario scenario, RunSettings settings, RunStorage storage, RunProgress progress) {
        this.scenario = scenario;
        this.settings = settings;
        this.storage = storage;
        this.progress = progress;
    }

    /**
     * Runs a scenario to its end. Long phases report to {@code progress}.
     *
     * @throws InputException if a file that the scenario names cannot be used, or does not fit it
     */
    public static ScenarioRun run(Scenario scenario, RunSettings settings, RunProgress progress) throws InputException {
        return run(scenario, settings, RunStorage.NONE, progress);
    }

    /**
     * The same with checkpoints on the way, or from one, and with recordings on disk.
     *
     * @throws InputException also if the checkpoint to go on from cannot be used
     */
    public static ScenarioRun run(Scenario scenario, RunSettings settings, RunStorage storage, RunProgress progress)
            throws InputException {
        return new ScenarioRunner(scenario, settings, storage, progress).run();
    }

    /** A run with its expectations checked once more, for files that they compare with and that have changed since. */
    public static ScenarioRun checkedAgain(ScenarioRun run) {
        List<ExpectationOutcome> outcomes = new Evidence(run.clock(), run.result(), run.decisions(), run.costs())
                .checkAll(run.scenario().expectations());
        return new ScenarioRun(
                run.scenario(),
                run.network(),
                run.clock(),
                run.ticks(),
                run.heard(),
                run.result(),
                run.decisions(),
                run.costs(),
                outcomes,
                run.times(),
                run.seed(),
                run.recorded());
    }

    private ScenarioRun run() throws InputException {
        Stopwatch watch = new Stopwatch();
        List<HeardInput> heard = Listening.hear(scenario, settings.threads(), phase("hearing"));
        double hearSeconds = watch.lap();
        Network network = NetworkBinder.bind(
                scenario, spikes(heard), currents(heard), new ThreadedTasks(settings.threads()), phase("building"));
        double buildSeconds = watch.lap();
        long ticks = ticks(heard);
        Simulation.Outcome outcome = new Simulation(scenario, network, settings, storage, progress).run(ticks);
        SimulationResult result = outcome.result();
        double simulateSeconds = watch.lap();
        List<ChipCost> costs = cost(result);
        double costSeconds = watch.lap();
        List<Decision> decisions = decide(heard, result, ticks);
        List<ExpectationOutcome> outcomes = result.ticks() < ticks
                ? List.of()
                : new Evidence(scenario.clock(), result, decisions, costs).checkAll(scenario.expectations());
        RunTimes times = new RunTimes(hearSeconds, buildSeconds, simulateSeconds, costSeconds, watch.lap());
        return new ScenarioRun(
                scenario,
                network,
                scenario.clock(),
                ticks,
                heard,
                result,
                decisions,
                costs,
                outcomes,
                times,
                scenario.seed(),
                outcome.recorded());
    }

    private DoubleConsumer phase(String name) {
        return fraction -> progress.advanced(name, fraction);
    }

    private static Map<String, SpikeRaster> spikes(List<HeardInput> heard) {
        Map<String, SpikeRaster> spikes = new HashMap<>();
        heard.forEach(input -> spikes.put(input.input(), Timeline.spikes(input)));
        return spikes;
    }

    /** Numbers of those inputs that are currents rather than spikes. */
    private Map<String, float[][]> currents(List<HeardInput> heard) {
        Map<String, float[][]> currents = new HashMap<>();
        for (HeardInput input : heard) {
            scenario.inputs().stream()
                    .filter(each -> each.name().equals(input.input()))
                    .map(each -> ((Input.Audio) each).cochlea().encoder())
                    .filter(CurrentInjection.class::isInstance)
                    .forEach(numbers ->
                            currents.put(input.input(), Timeline.currents(input, (CurrentInjection) numbers)));
        }
        return currents;
    }

    /** Without a duration, a run lasts until the last clip is over and may be decided. */
    private long ticks(List<HeardInput> heard) throws InputException {
        long marginTicks = scenario.decision().map(DecisionRule::marginTicks).orElse(0L);
        long ticks = scenario.durationTicks().orElse(Timeline.endTick(heard) + marginTicks);
        if (ticks > MOST_COSTED_TICKS && !scenario.hardware().isEmpty()) {
            throw new InputException(scenario.problem(
                    "/clock", "found " + ticks + " ticks, expected at most " + MOST_COSTED_TICKS + " to be costed"));
        }
        return ticks;
    }

    /** All decisions, or of a run that was stopped those whose time was over. */
    private List<Decision> decide(List<HeardInput> heard, SimulationResult result, long ticks) {
        List<Decision> decisions = Decider.decide(scenario, heard, result);
        return result.ticks() == ticks
                ? decisions
                : decisions.stream()
                        .filter(decision -> decision.untilTick() < result.ticks())
                        .toList();
    }

    private List<ChipCost> cost(SimulationResult result) {
        Workload workload = new Workload(result.network(), result.spikes(), result.ticks(), scenario.clock());
        List<ChipCost> costs = new ArrayList<>();
        for (HardwareProfile profile : scenario.hardware()) {
            costs.add(Costing.cost(workload, profile));
            progress.advanced(
                    "costing", (double) costs.size() / scenario.hardware().size());
        }
        return costs;
    }
}
