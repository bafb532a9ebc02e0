package ganglion.scenario.run;

import ganglion.documents.InputException;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.precision.RasterChange;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.bind.NumberInputs;
import ganglion.scenario.bind.SampleClips;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.clip.SoundClips;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.cost.FrontEndCounter;
import ganglion.scenario.expect.Decider;
import ganglion.scenario.expect.Evidence;
import ganglion.scenario.model.BitTrueChip;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.result.PrecisionChange;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.RunStorage;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.result.ScenarioRun.RunTimes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Runs scenarios, phase by phase. One instance runs one scenario. */
public final class ScenarioRunner {

    private final Scenario scenario;
    private final RunSettings settings;
    private final RunStorage storage;
    private final RunProgress progress;
    private final Backend backend;

    private ScenarioRunner(
            Scenario scenario, RunSettings settings, RunStorage storage, RunProgress progress, Backend backend) {
        this.scenario = scenario;
        this.settings = settings;
        this.storage = storage;
        this.progress = progress;
        this.backend = backend;
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
        return run(scenario, settings, storage, progress, Backend.THIS_PROCESS);
    }

    /**
     * The same somewhere else than in this process.
     *
     * @param backend what builds and simulates the network
     * @throws InputException also if the scenario cannot be run there
     */
    public static ScenarioRun run(
            Scenario scenario, RunSettings settings, RunStorage storage, RunProgress progress, Backend backend)
            throws InputException {
        return new ScenarioRunner(scenario, settings, storage, progress, backend).run();
    }

    /** A run with its expectations checked again, because files that they compare with have changed. */
    public static ScenarioRun checkedAgain(ScenarioRun run) {
        List<ExpectationOutcome> outcomes = new Evidence(
                        run.clock(), run.result(), run.decisions(), run.costs(), DeviceEstimates.of(run))
                .checkAll(run.scenario().expectations());
        return new ScenarioRun(
                run.scenario(),
                run.network(),
                run.ticks(),
                run.clips(),
                run.result(),
                new ScenarioRun.Findings(run.decisions(), run.costs(), outcomes, run.precision()),
                run.execution());
    }

    private ScenarioRun run() throws InputException {
        Stopwatch watch = new Stopwatch();
        ThreadedTasks threads = new ThreadedTasks(settings.threads());
        Stimulus stimulus = SoundClips.hear(scenario, threads, phase("hearing"))
                .with(SampleClips.read(scenario, phase("reading samples")));
        double hearSeconds = watch.lap();
        Backend.Built built = backend.build(scenario, stimulus, settings, threads, progress);
        Optional<AppliedPrecision> precision = AppliedPrecision.ofRun(scenario, built.network());
        Network rounded = precision.map(AppliedPrecision::network).orElse(built.network());
        // A chip that is computed bit by bit runs after the network as given, of which it has the inputs.
        boolean bitTrue = onChip(precision, List.of(), 0).isPresent();
        Network simulated = bitTrue ? built.network() : rounded;
        long ticks = ticks(stimulus);
        Simulation simulation = new Simulation(scenario, simulated, settings, storage, progress);
        ScenarioEngine engine = built.engine(simulated, ticks, simulation.probes(ticks));
        double buildSeconds = watch.lap();
        Simulation.Outcome outcome = simulation.run(ticks, engine);
        // Costing needs every synapse.
        boolean costed = !scenario.hardware().isEmpty();
        Network network = bitTrue ? rounded : costed ? engine.whole(threads, progress) : simulated;
        SimulationResult ran = outcome.result();
        Optional<BitTrueChip.Outcome> onChip = onChip(precision, ran.spikes(), ran.ticks());
        SimulationResult result = onChip.map(BitTrueChip.Outcome::result)
                .or(() -> precision.map(applied -> applied.inUnitsOfTheScenario(ran)))
                .orElse(ran.of(network));
        double simulateSeconds = watch.lap();
        Workload workload = workload(result, precision.isPresent() ? built.network() : network, stimulus.clips());
        progress.advanced("costing", 0);
        List<ChipCost> costs = RunCosts.of(workload, scenario.hardware(), onChip, threads);
        progress.advanced("costing", 1);
        double costSeconds = watch.lap();
        List<Decision> decisions = decide(stimulus.clips(), result, ticks);
        List<ExpectationOutcome> outcomes = result.ticks() < ticks
                ? List.of()
                : new Evidence(
                                scenario.clock(),
                                result,
                                decisions,
                                costs,
                                devices(workload, stimulus.clips(), costs, decisions))
                        .checkAll(scenario.expectations());
        Optional<PrecisionChange> change = precision.isPresent()
                ? Optional.of(change(
                        precision.get(),
                        onChip.isPresent() ? ran : asGiven(built.network(), result, ticks),
                        stimulus.clips(),
                        result,
                        ticks,
                        onChip.map(BitTrueChip.Outcome::work)))
                : Optional.empty();
        RunTimes times =
                new RunTimes(hearSeconds, buildSeconds, simulateSeconds, costSeconds, watch.lap(), outcome.work());
        return new ScenarioRun(
                scenario,
                network,
                ticks,
                stimulus.clips(),
                result,
                new ScenarioRun.Findings(decisions, costs, outcomes, change),
                new ScenarioRun.Execution(
                        times, outcome.recorded(), costed ? Optional.empty() : engine.shared(), engine.nodes()));
    }

    /**
     * The run on the chip that the scenario has computed bit by bit, if any.
     *
     * @throws InputException if the network exceeds the chip
     */
    private Optional<BitTrueChip.Outcome> onChip(
            Optional<AppliedPrecision> precision, List<SpikeRaster> inputs, long ticks) throws InputException {
        Optional<BitTrueChip> chip = scenario.precision().flatMap(HardwareSpec::bitTrue);
        if (chip.isEmpty()) {
            return Optional.empty();
        }
        HardwareSpec spec = scenario.precision().get();
        try {
            return Optional.of(chip.get()
                    .run(
                            precision.orElseThrow().quantised(),
                            inputs,
                            ticks,
                            scenario.clock().tickSeconds(),
                            spec.profile()));
        } catch (BitTrueChip.UnfitException e) {
            throw new InputException(e.reasons().stream()
                    .map(reason -> scenario.problem(
                            spec.pointer(), "does not fit on " + spec.profile().name() + ": " + reason))
                    .toList());
        }
    }

    /** A second run, in full precision, if the first is complete. */
    private SimulationResult asGiven(Network given, SimulationResult result, long ticks) throws InputException {
        return result.ticks() < ticks
                ? result
                : new Simulation(scenario, given, settings, RunStorage.NONE, progress)
                        .run(ticks)
                        .result();
    }

    /** What the chip's precision changed. */
    private PrecisionChange change(
            AppliedPrecision applied,
            SimulationResult asGiven,
            List<Clip> clips,
            SimulationResult result,
            long ticks,
            Optional<BitTrueChip.Work> work) {
        return asGiven.ticks() < ticks
                ? applied.change(List.of(), List.of(), work)
                : applied.change(
                        RasterChange.of(
                                asGiven.spikes(),
                                result.spikes(),
                                work.isPresent()
                                        ? depths(result.network())
                                        : new int[result.spikes().size()]),
                        Decider.decide(scenario, clips, asGiven),
                        work);
    }

    /** Synapses on the shortest way from inputs to each population: ticks that a chip without delays saves. */
    private static int[] depths(Network network) {
        int unreached = network.populations().size();
        int[] depths = network.populations().stream()
                .mapToInt(population -> population.model().takesInput() ? unreached : 0)
                .toArray();
        for (int step = 0; step < unreached; step++) {
            for (Projection projection : network.projections()) {
                int target = network.index(projection.target());
                depths[target] = Math.min(depths[target], depths[network.index(projection.source())] + 1);
            }
        }
        Arrays.setAll(depths, p -> depths[p] % unreached);
        return depths;
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
            Workload workload, List<Clip> clips, List<ChipCost> costs, List<Decision> decisions) {
        return new DeviceEstimates(
                workload, scenario.hardware(), costs, decisions, FrontEndCounter.of(scenario, clips, workload.ticks()));
    }

    private Workload workload(SimulationResult result, Network given, List<Clip> clips) {
        return new Workload(
                given,
                result.network(),
                result.spikes(),
                Math.max(1, result.ticks()),
                scenario.clock(),
                NumberInputs.of(result.network(), clips, result.ticks()));
    }

    /** Measures the wall-clock time of successive phases. */
    private static final class Stopwatch {

        private static final double NANOSECONDS = 1e-9;

        private long startNanos = System.nanoTime();

        /** Seconds since the last call, or since the start. */
        double lap() {
            long now = System.nanoTime();
            double seconds = (now - startNanos) * NANOSECONDS;
            startNanos = now;
            return seconds;
        }
    }
}
