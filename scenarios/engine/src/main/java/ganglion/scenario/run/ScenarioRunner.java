package ganglion.scenario.run;

import ganglion.documents.InputException;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.CostRequest;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.precision.RasterChange;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.runtime.ThreadedTasks;
import ganglion.runtime.cluster.ClusterException;
import ganglion.runtime.cluster.ClusterRun;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.bind.NumberInputs;
import ganglion.scenario.bind.SampleClips;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.clip.SoundClips;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.cost.FrontEndCounter;
import ganglion.scenario.expect.Decider;
import ganglion.scenario.expect.Evidence;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.nodes.ExecutionOfNodes;
import ganglion.scenario.nodes.NodeTeam;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.result.PrecisionChange;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.RunStorage;
import ganglion.scenario.result.RunTimes;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.result.SharedSynapses;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Runs scenarios, phase by phase. One instance runs one scenario. */
public final class ScenarioRunner {

    private final Scenario scenario;
    private final RunSettings settings;
    private final RunStorage storage;
    private final RunProgress progress;
    private final Optional<NodeTeam> team;

    private ScenarioRunner(
            Scenario scenario,
            RunSettings settings,
            RunStorage storage,
            RunProgress progress,
            Optional<NodeTeam> team) {
        this.scenario = scenario;
        this.settings = settings;
        this.storage = storage;
        this.progress = progress;
        this.team = team;
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
     * The same with checkpoints and recordings on disk, or resumed from a checkpoint.
     *
     * @throws InputException also if the checkpoint to resume from cannot be used
     */
    public static ScenarioRun run(Scenario scenario, RunSettings settings, RunStorage storage, RunProgress progress)
            throws InputException {
        return run(scenario, settings, storage, progress, Optional.empty());
    }

    /**
     * The same on several nodes.
     *
     * @param settings its threads are those of each node
     * @param team the nodes; empty for this process alone
     */
    public static ScenarioRun run(
            Scenario scenario, RunSettings settings, RunStorage storage, RunProgress progress, Optional<NodeTeam> team)
            throws InputException {
        return new ScenarioRunner(scenario, settings, storage, progress, team).run();
    }

    /** A run with its expectations checked again, because files that they compare with have changed. */
    public static ScenarioRun checkedAgain(ScenarioRun run) {
        List<ExpectationOutcome> outcomes = new Evidence(
                        run.clock(), run.result(), run.decisions(), run.costs(), DeviceEstimates.of(run))
                .checkAll(run.scenario().expectations());
        return new ScenarioRun(
                run.scenario(),
                run.network(),
                run.clock(),
                run.ticks(),
                run.clips(),
                run.result(),
                run.decisions(),
                run.costs(),
                outcomes,
                run.times(),
                run.seed(),
                run.recorded(),
                run.precision(),
                run.shared(),
                run.nodes());
    }

    private ScenarioRun run() throws InputException {
        Stopwatch watch = new Stopwatch();
        ThreadedTasks threads = new ThreadedTasks(settings.threads());
        Stimulus stimulus = SoundClips.hear(scenario, threads, phase("hearing"))
                .with(SampleClips.read(scenario, phase("reading samples")));
        double hearSeconds = watch.lap();
        Network given = team.isPresent()
                ? NodeTeam.view(scenario, stimulus, threads)
                : NetworkBinder.bind(scenario, stimulus, threads, settings.threadsAsNeeded(), phase("building"));
        Optional<AppliedPrecision> precision =
                team.isPresent() ? Optional.empty() : AppliedPrecision.of(scenario, given);
        Network simulated = precision.map(AppliedPrecision::network).orElse(given);
        long ticks = ticks(stimulus);
        Simulation simulation = new Simulation(scenario, simulated, settings, storage, progress);
        Optional<ClusterRun> nodes = onNodes(simulation, stimulus, given, ticks);
        double buildSeconds = watch.lap();
        Simulation.Outcome outcome = nodes.isPresent()
                ? simulation.run(ticks, new ScenarioEngine.Nodes(given, nodes.get()))
                : simulation.run(ticks);
        // Costing needs every synapse.
        boolean whole = nodes.isEmpty() || !scenario.hardware().isEmpty();
        Network network = nodes.isPresent() && whole ? ofAllNodes(stimulus, threads) : simulated;
        Optional<SharedSynapses> shared = whole
                ? Optional.empty()
                : nodes.map(run -> new SharedSynapses(run.summary(), run.synapseFingerprint()));
        SimulationResult result = precision
                .map(applied -> applied.inUnitsOfTheScenario(outcome.result()))
                .orElse(outcome.result().of(network));
        double simulateSeconds = watch.lap();
        List<ChipCost> costs = cost(result, stimulus.clips(), threads);
        double costSeconds = watch.lap();
        List<Decision> decisions = decide(stimulus.clips(), result, ticks);
        List<ExpectationOutcome> outcomes = result.ticks() < ticks
                ? List.of()
                : new Evidence(
                                scenario.clock(),
                                result,
                                decisions,
                                costs,
                                devices(stimulus.clips(), result, costs, decisions))
                        .checkAll(scenario.expectations());
        Optional<PrecisionChange> change = precision.isPresent()
                ? Optional.of(change(precision.get(), given, stimulus.clips(), result, ticks))
                : Optional.empty();
        RunTimes times = new RunTimes(hearSeconds, buildSeconds, simulateSeconds, costSeconds, watch.lap());
        return new ScenarioRun(
                scenario,
                network,
                scenario.clock(),
                ticks,
                stimulus.clips(),
                result,
                decisions,
                costs,
                outcomes,
                times,
                scenario.seed(),
                outcome.recorded(),
                change,
                shared,
                nodes.map(run -> ExecutionOfNodes.of(run.work(), given, scenario.clock())));
    }

    /** Has the nodes, if there are any, build the network. */
    private Optional<ClusterRun> onNodes(Simulation simulation, Stimulus stimulus, Network view, long ticks)
            throws InputException {
        if (team.isEmpty()) {
            return Optional.empty();
        }
        progress.advanced("building", 0);
        return Optional.of(
                team.get().prepare(scenario, stimulus, view, ticks, simulation.options(ticks, settings.threads())));
    }

    /**
     * The network of a run on several nodes as a whole, in this process.
     *
     * @throws ClusterException if it has no room here
     */
    private Network ofAllNodes(Stimulus stimulus, TaskRunner threads) throws InputException {
        try {
            return NetworkBinder.bind(scenario, stimulus, threads, phase("building for costs"));
        } catch (OutOfMemoryError e) {
            throw new ClusterException(
                    "this process has no room for the whole network, on which the costs of 'hardware' are"
                            + " counted after the run; expected more memory (-Xmx) or a scenario without 'hardware'");
        }
    }

    /** What the chip's precision changed; needs a second run, in full precision, if this one is complete. */
    private PrecisionChange change(
            AppliedPrecision applied, Network given, List<Clip> clips, SimulationResult result, long ticks)
            throws InputException {
        if (result.ticks() < ticks) {
            return applied.change(List.of(), List.of());
        }
        SimulationResult asGiven = new Simulation(scenario, given, settings, RunStorage.NONE, progress)
                .run(ticks)
                .result();
        return asGiven.ticks() < ticks
                ? applied.change(List.of(), List.of())
                : applied.change(
                        RasterChange.of(asGiven.spikes(), result.spikes()), Decider.decide(scenario, clips, asGiven));
    }

    private DoubleConsumer phase(String name) {
        return fraction -> progress.advanced(name, fraction);
    }

    /** Without a duration, a run lasts until the end of the last clip and its response margin. */
    private long ticks(Stimulus stimulus) throws InputException {
        long marginTicks = scenario.decision().map(DecisionRule::marginTicks).orElse(0L);
        long ticks = scenario.durationTicks().orElse(stimulus.endTick() + marginTicks);
        if (ticks > Costing.MOST_TICKS && !scenario.hardware().isEmpty()) {
            throw new InputException(scenario.problem(
                    "/clock", "found " + ticks + " ticks, expected at most " + Costing.MOST_TICKS + " to be costed"));
        }
        return ticks;
    }

    /** All decisions; if the run was stopped, those of clips that were complete. */
    private List<Decision> decide(List<Clip> clips, SimulationResult result, long ticks) {
        List<Decision> decisions = Decider.decide(scenario, clips, result);
        return result.ticks() == ticks
                ? decisions
                : decisions.stream()
                        .filter(decision -> decision.untilTick() < result.ticks())
                        .toList();
    }

    private DeviceEstimates devices(
            List<Clip> clips, SimulationResult result, List<ChipCost> costs, List<Decision> decisions) {
        return new DeviceEstimates(
                workload(result, clips),
                scenario.hardware(),
                costs,
                decisions,
                FrontEndCounter.of(scenario, clips, result.ticks()));
    }

    private Workload workload(SimulationResult result, List<Clip> clips) {
        return new Workload(
                result.network(),
                result.spikes(),
                Math.max(1, result.ticks()),
                scenario.clock(),
                NumberInputs.of(result.network(), clips, result.ticks()));
    }

    private List<ChipCost> cost(SimulationResult result, List<Clip> clips, TaskRunner threads) {
        List<CostRequest> requests = scenario.hardware().stream()
                .map(spec -> new CostRequest(spec.profile(), spec.options()))
                .toList();
        progress.advanced("costing", 0);
        List<ChipCost> costs = Costing.costAndDraw(workload(result, clips), requests, threads);
        progress.advanced("costing", 1);
        return costs;
    }
}
