package ganglion.cochlea.audio.input;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.PcmFormat;
import ganglion.cochlea.audio.PcmSource;
import ganglion.cochlea.audio.SampleSource;
import ganglion.cochlea.audio.wave.WaveDecoder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Sound from streams of bytes, such as standard input. */
public final class SampleStreams {

    private SampleStreams() {}

    /** Raw samples, until the stream ends. */
    public static SampleSource raw(InputStream in, PcmFormat format) {
        return new PcmSource(in, format.sample(), format.channels(), format.sampleRateHertz(), Long.MAX_VALUE);
    }

    /**
     * A WAV file that is still being written: the header is read at once, the samples as they arrive. Programs that write
     * to a pipe do not know the length in advance; a length of 0 or the largest possible one counts as unknown.
     *
     * @throws AudioFormatException if the stream does not start with a WAV header that can be read
     */
    public static SampleSource wave(InputStream in) throws IOException, AudioFormatException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(4);
        String magic = new String(buffered.readNBytes(4), StandardCharsets.ISO_8859_1);
        if (!magic.equals("RIFF")) {
            throw new AudioFormatException(
                    "the stream starts with " + AudioFormatException.printable(magic) + ", expected WAV ('RIFF')");
        }
        buffered.reset();
        return WaveDecoder.stream(buffered);
    }
}
