package ganglion.scenario.run;

import ganglion.hardware.ChipCost;
import ganglion.hardware.Costing;
import ganglion.hardware.HardwareProfile;
import ganglion.hardware.Workload;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.runtime.ActorSimulation;
import ganglion.runtime.MembraneProbe;
import ganglion.runtime.RunControl;
import ganglion.runtime.RunOptions;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.Decision;
import ganglion.scenario.DecisionRule;
import ganglion.scenario.ExpectationOutcome;
import ganglion.scenario.HeardInput;
import ganglion.scenario.InputException;
import ganglion.scenario.RunProgress;
import ganglion.scenario.RunSettings;
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

    /** 0.8 GB. */
    private static final long MOST_MEMBRANE_VALUES = 100_000_000;

    private final Scenario scenario;
    private final RunSettings settings;
    private final RunProgress progress;

    private ScenarioRunner(Scenario scenario, RunSettings settings, RunProgress progress) {
        this.scenario = scenario;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Runs a scenario to its end. Long phases report to {@code progress}.
     *
     * @throws InputException if a file that the scenario names cannot be used, or does not fit it
     */
    public static ScenarioRun run(Scenario scenario, RunSettings settings, RunProgress progress) throws InputException {
        return new ScenarioRunner(scenario, settings, progress).run();
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
                run.seed());
    }

    private ScenarioRun run() throws InputException {
        Stopwatch watch = new Stopwatch();
        List<HeardInput> heard = Listening.hear(scenario, settings.threads(), phase("hearing"));
        double hearSeconds = watch.lap();
        Network network =
                NetworkBinder.bind(scenario, spikes(heard), new ThreadedTasks(settings.threads()), phase("building"));
        double buildSeconds = watch.lap();
        long ticks = ticks(heard);
        SimulationResult result = simulate(network, ticks);
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
                scenario.seed());
    }

    private DoubleConsumer phase(String name) {
        return fraction -> progress.advanced(name, fraction);
    }

    private static Map<String, SpikeRaster> spikes(List<HeardInput> heard) {
        Map<String, SpikeRaster> spikes = new HashMap<>();
        heard.forEach(input -> spikes.put(input.input(), Timeline.spikes(input)));
        return spikes;
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

    private SimulationResult simulate(Network network, long ticks) throws InputException {
        List<MembraneProbe> probes = new ArrayList<>();
        for (String population : scenario.recording().membranes()) {
            long values = ticks * scenario.population(population).orElseThrow().size();
            if (values > MOST_MEMBRANE_VALUES) {
                throw new InputException(scenario.problem(
                        "/record/membrane",
                        "found " + values + " potentials of " + population + " to keep, expected at most "
                                + MOST_MEMBRANE_VALUES));
            }
            probes.add(new MembraneProbe(population));
        }
        RunOptions options = new RunOptions(settings.neuronsPerActor(), settings.threads(), probes);
        TickProgress listener = new TickProgress(ticks, phase("simulating"));
        SimulationResult result = ActorSimulation.run(network, ticks, options, new Control(listener));
        listener.advanced(result.ticks()); // the engine says nothing of idle time at the end
        return result;
    }

    private final class Control implements RunControl {

        private final TickProgress listener;

        Control(TickProgress listener) {
            this.listener = listener;
        }

        @Override
        public void advanced(long tick) {
            listener.advanced(tick);
        }

        @Override
        public boolean stopRequested() {
            return progress.stopRequested();
        }
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
