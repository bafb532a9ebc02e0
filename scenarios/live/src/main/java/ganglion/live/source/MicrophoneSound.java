package ganglion.live.source;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.SampleSource;
import ganglion.cochlea.audio.input.Microphone;
import ganglion.live.source.LiveSound.ArrivingSound;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The microphone. It goes on while nobody takes its samples; if it is unplugged, the sound has ended. A device that lacks the rate of the ear is opened at
 * another, and resampled.
 *
 * @param recorder opens a recording
 */
public record MicrophoneSound(Microphone.Recorder recorder) implements LiveSound {

    /** Rates that devices have, the best first. */
    private static final List<Double> USUAL_HERTZ = List.of(48_000.0, 44_100.0, 32_000.0, 16_000.0, 8_000.0);

    @Override
    public String title() {
        return "microphone";
    }

    @Override
    public boolean goesOn() {
        return true;
    }

    @Override
    public ArrivingSound open(double earHertz) throws AudioFormatException {
        SampleSource source = record(earHertz);
        ArrivingSound sound = ResampledSound.of(source, earHertz);
        return new ArrivingSound() {

            private volatile boolean closed;

            @Override
            public int read(double[] samples, int offset, int length) throws IOException, AudioFormatException {
                int count = closed ? -1 : sound.read(samples, offset, length);
                if (count < 0 && !closed) {
                    throw new IOException("the microphone is gone: it sends no more samples");
                }
                return count;
            }

            @Override
            public void close() {
                closed = true;
                try {
                    source.close();
                } catch (IOException e) {
                    return; // a device that is gone
                }
            }
        };
    }

    /** At the rate of the ear, or else at the first usual one that the device has. */
    private SampleSource record(double earHertz) throws AudioFormatException {
        AudioFormatException refusal = null;
        for (double hertz : Stream.concat(Stream.of(earHertz), USUAL_HERTZ.stream())
                .distinct()
                .toList()) {
            try {
                return Microphone.open(hertz, recorder);
            } catch (AudioFormatException e) {
                refusal = refusal == null ? e : refusal;
            }
        }
        throw refusal;
    }
}
