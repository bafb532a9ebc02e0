package ganglion.scenario.bind;

import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.result.Clip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the clips and samples of a scenario feed into its network.
 *
 * @param clips in order of the inputs, and of each input in order of time
 * @param spikes by name of the input, in ticks of the run; an input that is not among them is silent
 * @param currents of audio inputs that are currents, by name: one row per tick of the run; an input that is not among them is
 *     silent
 */
public record Stimulus(List<Clip> clips, Map<String, SpikeRaster> spikes, Map<String, float[][]> currents) {

    /** Silence, for callers that look at the network only. */
    public static final Stimulus NONE = new Stimulus(List.of(), Map.of(), Map.of());

    public Stimulus {
        clips = List.copyOf(clips);
        spikes = Map.copyOf(spikes);
        currents = Map.copyOf(currents);
    }

    /** Currents only. */
    public static Stimulus ofCurrents(Map<String, float[][]> currents) {
        return new Stimulus(List.of(), Map.of(), currents);
    }

    /** Both together. The inputs of the two differ. */
    public Stimulus with(Stimulus other) {
        List<Clip> allClips = new ArrayList<>(clips);
        allClips.addAll(other.clips);
        Map<String, SpikeRaster> allSpikes = new HashMap<>(spikes);
        allSpikes.putAll(other.spikes);
        Map<String, float[][]> allCurrents = new HashMap<>(currents);
        allCurrents.putAll(other.currents);
        return new Stimulus(allClips, allSpikes, allCurrents);
    }

    /** Tick after the last clip, 0 if there is none. */
    public long endTick() {
        return clips.stream().mapToLong(Clip::untilTick).max().orElse(0);
    }
}
