package ganglion.scenario.bind;

import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.result.Clip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the clips and samples of a scenario feed into its network.
 *
 * @param clips in order of the inputs, and of each input in order of time
 * @param spikes by name of the input, in ticks of the run; an input that is not among them is silent
 * @param currents of audio inputs that are currents, by name: one row per tick of the run; an input that is not among them is
 *     silent
 * @param open the input whose spikes or currents come while the run goes on, if there is one
 */
public record Stimulus(
        List<Clip> clips, Map<String, SpikeRaster> spikes, Map<String, float[][]> currents, Optional<OpenInput> open) {

    /** Silence, for callers that look at the network only. */
    public static final Stimulus NONE = new Stimulus(List.of(), Map.of(), Map.of());

    public Stimulus {
        clips = List.copyOf(clips);
        spikes = Map.copyOf(spikes);
        currents = Map.copyOf(currents);
    }

    /** All that comes is known. */
    public Stimulus(List<Clip> clips, Map<String, SpikeRaster> spikes, Map<String, float[][]> currents) {
        this(clips, spikes, currents, Optional.empty());
    }

    /** What comes is not known yet. */
    public static Stimulus ofOpen(OpenInput open) {
        return new Stimulus(List.of(), Map.of(), Map.of(), Optional.of(open));
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
        return new Stimulus(allClips, allSpikes, allCurrents, open.or(other::open));
    }

    /** Tick after the last clip, 0 if there is none. */
    public long endTick() {
        return clips.stream().mapToLong(Clip::untilTick).max().orElse(0);
    }
}
