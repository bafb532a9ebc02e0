package ganglion.scenario.run;

import ganglion.documents.InputException;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.bind.SampleClips;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.clip.SoundClips;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.RunStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The first ticks of a scenario's run with all spikes in memory, recorded or made again, for questions about them. Immutable. */
public final class Replay {

    private final Scenario scenario;
    private final Network network;
    private final List<Clip> clips;
    private final List<SpikeRaster> spikes;
    private final long ticks;

    private Replay(Scenario scenario, Network network, List<Clip> clips, List<SpikeRaster> spikes, long ticks) {
        this.scenario = scenario;
        this.network = network;
        this.clips = List.copyOf(clips);
        this.spikes = List.copyOf(spikes);
        this.ticks = ticks;
    }

    /**
     * Runs a scenario from its start to a tick.
     *
     * @param ticks how many ticks to run
     * @throws InputException if a file that the scenario names cannot be used, or does not fit it
     */
    public static Replay of(Scenario scenario, long ticks, RunSettings settings, RunProgress progress)
            throws InputException {
        Replay built = built(scenario, settings, progress);
        Simulation simulation = new Simulation(scenario, built.network, settings, RunStorage.NONE, progress);
        SimulationResult result = simulation.runForSpikes(ticks).result();
        return new Replay(scenario, built.network, built.clips, result.spikes(), result.ticks());
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
        return new Replay(scenario, built.network, built.clips, ordered, ticks);
    }

    /** The network without any spikes. */
    private static Replay built(Scenario scenario, RunSettings settings, RunProgress progress) throws InputException {
        ThreadedTasks threads = new ThreadedTasks(settings.threads());
        Stimulus stimulus = SoundClips.hear(scenario, threads, share -> progress.advanced("hearing", share))
                .with(SampleClips.read(scenario, share -> progress.advanced("reading samples", share)));
        Network given = NetworkBinder.bind(
                scenario, stimulus, threads, settings.threadsAsNeeded(), share -> progress.advanced("building", share));
        Network network = AppliedPrecision.of(scenario, given)
                .map(AppliedPrecision::network)
                .orElse(given);
        return new Replay(scenario, network, stimulus.clips(), List.of(), 0);
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
}
