package ganglion.scenario.model;

import ganglion.cochlea.CochleaParameters;
import ganglion.documents.place.DocumentPath;
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

    /** An input of several clips or samples, one after the other, each of which may be decided. */
    sealed interface Playlist extends Input {

        /** Number of clips or samples, at least one. */
        int trialCount();

        /** Ticks between two of them. */
        long gapTicks();
    }

    /**
     * Sound, heard by the front end: clips one after the other on one timeline.
     *
     * @param clips the playlist, at least one clip
     * @param gapTicks silence between two clips
     * @param clipSeconds clips are cut after this time; absent for whole clips
     * @param cochlea the front end, whose hop is the clock's tick, or a part of it ({@link #framesPerTick})
     */
    record Audio(
            String pointer,
            String name,
            List<Clip> clips,
            long gapTicks,
            OptionalDouble clipSeconds,
            CochleaParameters cochlea)
            implements Playlist {

        public Audio {
            clips = List.copyOf(clips);
        }

        /** Whether the bands drive neurons as currents, without spikes in between. */
        public boolean injectsCurrents() {
            return cochlea.encoder().currents().isPresent();
        }

        /** Frames of the front end that make a tick: 1 unless currents are taken at longer steps. */
        public int framesPerTick() {
            return cochlea.encoder().framesPerTick();
        }

        @Override
        public int trialCount() {
            return clips.size();
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
    record Clip(String pointer, DocumentPath file, String label) {}

    /**
     * Spikes that are made up.
     *
     * @param model what each neuron does, without any input
     */
    record Generated(String pointer, String name, int size, NeuronModel model) implements Input {}

    /**
     * Spikes from a list.
     *
     * @param file CSV with the header {@code time,neuron} or {@code tick,neuron}, or an NPY, NPZ or HDF5 file
     * @param part what is meant of the file, such as the name of a population in a SONATA file; may be empty
     */
    record SpikeList(String pointer, String name, int size, DocumentPath file, String part) implements Input {}

    /**
     * Samples of a data set of labelled spikes, in the layout of SHD and SSC.
     *
     * @param first number of the first
     * @param count number of samples, at least one
     * @param longestTicks what comes later in a sample is cut off
     */
    record Samples(
            String pointer,
            String name,
            int size,
            DocumentPath file,
            int first,
            int count,
            long gapTicks,
            long longestTicks)
            implements Playlist {

        @Override
        public int trialCount() {
            return count;
        }
    }
}
