package ganglion.scenario;

import ganglion.cochlea.CochleaParameters;
import ganglion.kernel.neuron.NeuronModel;
import java.util.List;
import java.util.OptionalDouble;

/** Where spikes come into the network. An input is a population of its name, which projections may start from. */
public sealed interface Input {

    /** Its place in the scenario. */
    String pointer();

    /** Unique among inputs and populations. */
    String name();

    /** Number of neurons. */
    int size();

    /**
     * Sound, heard by the front end: clips one after the other on one timeline.
     *
     * @param clips the playlist, at least one clip
     * @param gapTicks silence between two clips
     * @param clipSeconds clips are cut after this time; absent for whole clips
     * @param cochlea the front end, whose hop is the clock's tick
     */
    record Audio(
            String pointer,
            String name,
            List<Clip> clips,
            long gapTicks,
            OptionalDouble clipSeconds,
            CochleaParameters cochlea)
            implements Input {

        public Audio {
            clips = List.copyOf(clips);
        }

        @Override
        public int size() {
            return cochlea.encoder().neurons(cochlea.mel().bands());
        }
    }

    /**
     * One recording of a playlist.
     *
     * @param pointer its place in the scenario
     * @param file the recording
     * @param label what it is; empty if the scenario does not say
     */
    record Clip(String pointer, ScenarioPath file, String label) {}

    /**
     * Spikes that are made up.
     *
     * @param model what each neuron does, without any input
     */
    record Generated(String pointer, String name, int size, NeuronModel model) implements Input {}

    /**
     * Spikes from a list.
     *
     * @param file CSV with the header {@code time,neuron} or {@code tick,neuron}
     */
    record SpikeList(String pointer, String name, int size, ScenarioPath file) implements Input {}
}
