package ganglion.cochlea.audio;

import java.nio.file.Path;

/** Turns a sound file into samples. */
public final class AudioDecoder {

    private AudioDecoder() {}

    /**
     * Decodes a file.
     *
     * @throws AudioFormatException if it cannot be read
     */
    public static DecodedAudio decode(Path file) throws AudioFormatException {
        throw new AudioFormatException("decoding is not there yet");
    }
}
