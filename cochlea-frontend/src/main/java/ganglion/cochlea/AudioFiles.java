package ganglion.cochlea;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.DecodedAudio;
import ganglion.cochlea.audio.input.AudioDecoder;
import java.nio.file.Path;

/** Reads sound files of any supported kind as mono clips. */
public final class AudioFiles {

    private AudioFiles() {}

    /**
     * Reads a sound file; its channels are averaged, its sample rate stays.
     *
     * @param file WAV (8, 16, 24, 32-bit integer, 32 and 64-bit float, plain or extensible), AIFF or AU, FLAC,
     *     Ogg Vorbis, MP3
     * @return the clip at the file's own sample rate
     * @throws AudioFormatException if the file is missing, empty, damaged, cut short, not sound, or beyond the limits of
     *     {@link AudioDecoder}; the message is one sentence without the file's name
     */
    public static AudioClip read(Path file) throws AudioFormatException {
        DecodedAudio audio = AudioDecoder.decode(file);
        return new AudioClip(audio.samples(), audio.sampleRateHertz());
    }
}
