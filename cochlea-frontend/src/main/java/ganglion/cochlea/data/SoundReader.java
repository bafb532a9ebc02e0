package ganglion.cochlea.data;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import java.nio.file.Path;
import java.util.List;

/** Reads the sounds of a data set, one after the other: only one is in memory at a time. */
public final class SoundReader {

    private SoundReader() {}

    /** Receives the sounds. */
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

    /** Reads all sounds, as the other method does, from their files. */
    public static void read(List<SoundFile> sounds, Listener listener) throws DataSetException {
        read(sounds, AudioFiles::read, listener);
    }

    /**
     * Reads all sounds.
     *
     * @param sounds in the order to read
     * @param decoder gives the sound of a file, for callers that keep them
     * @param listener receives the sounds
     * @throws DataSetException for the first file that cannot be read
     */
    public static void read(List<SoundFile> sounds, Decoder decoder, Listener listener) throws DataSetException {
        for (SoundFile sound : sounds) {
            try {
                listener.accept(sound, decoder.read(sound.file()));
            } catch (AudioFormatException e) {
                throw new DataSetException(sound.file(), e.getMessage(), e);
            }
        }
    }
}
