package ganglion.cochlea.audio.input;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.PcmFormat;
import ganglion.cochlea.audio.SampleSource;
import java.io.IOException;
import java.io.InputStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.TargetDataLine;

/** The sound of a microphone, by Java Sound. */
public final class Microphone {

    private static final int BITS = 16;

    private Microphone() {}

    /** Opens a recording. Replaced in tests, and where sound comes from elsewhere. */
    @FunctionalInterface
    public interface Recorder {

        /**
         * Starts recording.
         *
         * @param format 16-bit signed samples of one channel, least significant byte first
         * @return the samples as they arrive; closing the stream ends the recording
         * @throws LineUnavailableException if another program has the microphone
         * @throws IllegalArgumentException if there is none for this format
         */
        InputStream record(AudioFormat format) throws LineUnavailableException;
    }

    /** The sound of a recorder. */
    public static SampleSource open(double sampleRateHertz, Recorder recorder) throws AudioFormatException {
        PcmFormat format = PcmFormat.of16Bits(sampleRateHertz, 1);
        try {
            InputStream in = recorder.record(new AudioFormat((float) sampleRateHertz, BITS, 1, true, false));
            return SampleStreams.raw(in, format);
        } catch (LineUnavailableException e) {
            throw new AudioFormatException("the microphone cannot be opened: " + e.getMessage(), e);
        } catch (IllegalArgumentException | SecurityException e) {
            throw new AudioFormatException(
                    "found no microphone for " + sampleRateHertz + " Hz, expected one that Java Sound knows", e);
        }
    }

    /** Records from the default microphone, as a {@link Recorder}. */
    public static InputStream recordDefault(AudioFormat format) throws LineUnavailableException {
        TargetDataLine line = AudioSystem.getTargetDataLine(format);
        line.open(format);
        line.start();
        return new AudioInputStream(line) {
            /** Java Sound reads nothing, rather than to the end, from a line that was closed or whose device is gone. */
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                return count == 0 && length > 0 ? -1 : count;
            }

            @Override
            public void close() throws IOException {
                line.close();
                super.close();
            }
        };
    }
}
