package ganglion.cochlea.data;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the sounds of a data set, one after the other: only one is in memory at a time. */
public final class SoundReader {

    private SoundReader() {}

    /** Receives the sounds that could be read. */
    @FunctionalInterface
    public interface Listener {

        /** Receives one sound, in the order of the list. */
        void accept(SoundFile sound, AudioClip clip);
    }

    /** Gives the sound of a file. */
    @FunctionalInterface
    public interface Decoder {

        /** @throws AudioFormatException as {@link AudioFiles#read} says */
        AudioClip read(Path file) throws AudioFormatException;
    }

    /**
     * A sound that could not be read.
     *
     * @param sound which one
     * @param message what is wrong with it, without its name
     */
    public record Broken(SoundFile sound, String message) {

        /** File and message, in one line. */
        public String oneLine() {
            return sound.file() + ": " + message;
        }
    }

    /**
     * Reads all sounds.
     *
     * @param sounds in the order to read
     * @param keepGoing whether to skip broken files rather than fail at the first
     * @param listener receives the sounds
     * @return the files that were skipped
     * @throws DataSetException for the first broken file, unless asked to keep going, and if all of them are broken
     */
    public static List<Broken> read(List<SoundFile> sounds, boolean keepGoing, Listener listener)
            throws DataSetException {
        return read(sounds, keepGoing, AudioFiles::read, listener);
    }

    /**
     * Reads all sounds.
     *
     * @param decoder gives the sound of a file, for callers that keep them
     * @throws DataSetException as the other method says
     */
    public static List<Broken> read(List<SoundFile> sounds, boolean keepGoing, Decoder decoder, Listener listener)
            throws DataSetException {
        List<Broken> broken = new ArrayList<>();
        for (SoundFile sound : sounds) {
            try {
                listener.accept(sound, decoder.read(sound.file()));
            } catch (AudioFormatException e) {
                if (!keepGoing) {
                    throw new DataSetException(sound.file(), e.getMessage(), e);
                }
                broken.add(new Broken(sound, e.getMessage()));
            }
        }
        if (!sounds.isEmpty() && broken.size() == sounds.size()) {
            throw new DataSetException(
                    sounds.get(0).file(),
                    "none of the " + sounds.size() + " sounds can be read; the first: "
                            + broken.get(0).message());
        }
        return broken;
    }
}
