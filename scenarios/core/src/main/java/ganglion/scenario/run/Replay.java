package ganglion.scenario.run;

import ganglion.documents.InputException;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.cause.NetworkWithout;
import ganglion.kernel.cause.Removal;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.bind.SampleClips;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.clip.SoundClips;
import ganglion.scenario.expect.Decider;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.RunStorage;
import ganglion.scenario.result.ScenarioRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first ticks of a scenario's run with all spikes in memory, recorded or made again, for questions about them. Immutable. */
public final class Replay {

    private final Scenario scenario;
    private final Network network;
    private final Optional<AppliedPrecision> precision;
    private final List<Clip> clips;
    private final List<SpikeRaster> spikes;
    private final long ticks;

    /** What decisions are made from; empty if they will not be asked for. */
    private final Optional<SimulationResult> decided;

    private Replay(
            Scenario scenario,
            Network network,
            Optional<AppliedPrecision> precision,
            List<Clip> clips,
            List<SpikeRaster> spikes,
            long ticks,
            Optional<SimulationResult> decided) {
        this.scenario = scenario;
        this.network = network;
        this.precision = precision;
        this.clips = List.copyOf(clips);
        this.spikes = List.copyOf(spikes);
        this.ticks = ticks;
        this.decided = decided;
    }

    /**
     * Runs a scenario from its start to a tick.
     *
     * @param ticks how many ticks to run
     * @param decides whether decisions will be asked for, for which potentials may have to be kept
     * @throws InputException if a file that the scenario names cannot be used, or does not fit it
     */
    public static Replay of(Scenario scenario, long ticks, boolean decides, RunSettings settings, RunProgress progress)
            throws InputException {
        Replay built = built(scenario, settings, progress);
        return built.with(simulate(scenario, built.network, ticks, decides, settings, progress), decides);
    }

    /**
     * A run that has recorded the spikes of all populations: only its network is made again.
     *
     * @param spikes of each population, by its name
     * @param ticks how many ticks of them there are
     * @throws InputException if a file that the scenario names cannot be used, or does not fit it
     * @throws IllegalArgumentException if the spikes of a population are missing, or of another size
     */
    public static Replay recorded(
            Scenario scenario, Map<String, SpikeRaster> spikes, long ticks, RunSettings settings, RunProgress progress)
            throws InputException {
        Replay built = built(scenario, settings, progress);
        List<SpikeRaster> ordered = new ArrayList<>();
        for (Population population : built.network.populations()) {
            SpikeRaster raster = spikes.get(population.name());
            if (raster == null || raster.neuronCount() != population.size()) {
                throw new IllegalArgumentException(
                        "no spikes of the " + population.size() + " neurons of " + population.name());
            }
            ordered.add(raster.between(0, ticks));
        }
        return new Replay(scenario, built.network, built.precision, built.clips, ordered, ticks, Optional.empty());
    }

    /** The network without any spikes. */
    private static Replay built(Scenario scenario, RunSettings settings, RunProgress progress) throws InputException {
        ThreadedTasks threads = new ThreadedTasks(settings.threads());
        Stimulus stimulus = SoundClips.hear(scenario, threads, share -> progress.advanced("hearing", share))
                .with(SampleClips.read(scenario, share -> progress.advanced("reading samples", share)));
        Network given = NetworkBinder.bind(
                scenario, stimulus, threads, settings.threadsAsNeeded(), share -> progress.advanced("building", share));
        Optional<AppliedPrecision> precision = AppliedPrecision.of(scenario, given);
        Network network = precision.map(AppliedPrecision::network).orElse(given);
        return new Replay(scenario, network, precision, stimulus.clips(), List.of(), 0, Optional.empty());
    }

    private Replay with(SimulationResult result, boolean decides) {
        return new Replay(
                scenario,
                network,
                precision,
                clips,
                result.spikes(),
                result.ticks(),
                decides ? Optional.of(result) : Optional.empty());
    }

    /**
     * A run that has just been made, with all spikes in memory. Its decisions are those of the run, and are not made again.
     *
     * @throws IllegalArgumentException if its spikes are on disk only, or its synapses on several nodes
     */
    public static Replay of(ScenarioRun run) {
        if (run.isStreamed() || run.shared().isPresent()) {
            throw new IllegalArgumentException("a run whose spikes or synapses are elsewhere");
        }
        return new Replay(
                run.scenario(),
                run.network(),
                Optional.empty(),
                run.clips(),
                run.result().spikes(),
                run.ranTicks(),
                Optional.empty());
    }

    /**
     * The same ticks of the same run, from the start, without some spikes, neurons or synapses.
     *
     * @throws InputException if the scenario keeps too many potentials
     */
    public Replay without(List<Removal> removals, RunSettings settings, RunProgress progress) throws InputException {
        Network without = NetworkWithout.of(network, removals);
        boolean decides = decided.isPresent();
        SimulationResult other = simulate(scenario, without, ticks, decides, settings, progress);
        return new Replay(scenario, without, precision, clips, List.of(), 0, Optional.empty()).with(other, decides);
    }

    /** Potentials are kept only where decisions compare them. */
    private static SimulationResult simulate(
            Scenario scenario, Network network, long ticks, boolean decides, RunSettings settings, RunProgress progress)
            throws InputException {
        Simulation simulation = new Simulation(scenario, network, settings, RunStorage.NONE, progress);
        boolean membranes = decides
                && scenario.decision()
                        .filter(rule -> rule.readOut().score().needsMembranes())
                        .isPresent();
        return (membranes ? simulation.run(ticks) : simulation.runForSpikes(ticks)).result();
    }

    /** The scenario that was run. */
    public Scenario scenario() {
        return scenario;
    }

    /** The network as it was simulated, in the precision of a chip if the scenario applies one. */
    public Network network() {
        return network;
    }

    /** All spikes, by population. */
    public List<SpikeRaster> spikes() {
        return spikes;
    }

    /** The clips that the scenario plays. */
    public List<Clip> clips() {
        return clips;
    }

    /** How many ticks it has. */
    public long ticks() {
        return ticks;
    }

    /**
     * The decisions of all clips; of those that end later, as if they ended with the replay.
     *
     * @throws IllegalStateException if it was said that they will not be asked for
     */
    public List<Decision> decisions() {
        SimulationResult result =
                decided.orElseThrow(() -> new IllegalStateException("the replay has not kept what decisions need"));
        return Decider.decide(
                scenario,
                clips,
                precision.map(applied -> applied.inUnitsOfTheScenario(result)).orElse(result));
    }
}
