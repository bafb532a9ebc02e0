package ganglion.scenario.run;

import ganglion.documents.InputException;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
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
import java.util.List;

/**
 * The first ticks of a scenario's run, made again with all spikes in memory, for questions about them.
 *
 * @param scenario that was run
 * @param network as it was simulated, in the precision of a chip if the scenario applies one
 * @param spikes by population
 * @param clips that the scenario plays
 * @param ticks how many were run
 */
public record Replay(Scenario scenario, Network network, List<SpikeRaster> spikes, List<Clip> clips, long ticks) {

    /** Copies the lists. */
    public Replay {
        spikes = List.copyOf(spikes);
        clips = List.copyOf(clips);
    }

    /**
     * Runs a scenario from its start to a tick.
     *
     * @param ticks how many ticks to run
     * @throws InputException if a file that the scenario names cannot be used, or does not fit it
     */
    public static Replay of(Scenario scenario, long ticks, RunSettings settings, RunProgress progress)
            throws InputException {
        ThreadedTasks threads = new ThreadedTasks(settings.threads());
        Stimulus stimulus = SoundClips.hear(scenario, threads, share -> progress.advanced("hearing", share))
                .with(SampleClips.read(scenario, share -> progress.advanced("reading samples", share)));
        Network given = NetworkBinder.bind(
                scenario, stimulus, threads, settings.threadsAsNeeded(), share -> progress.advanced("building", share));
        Network network = AppliedPrecision.of(scenario, given)
                .map(AppliedPrecision::network)
                .orElse(given);
        SimulationResult result = new Simulation(scenario, network, settings, RunStorage.NONE, progress)
                .runForSpikes(ticks)
                .result();
        return new Replay(scenario, network, result.spikes(), stimulus.clips(), result.ticks());
    }
}
