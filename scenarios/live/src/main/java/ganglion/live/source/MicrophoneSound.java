package ganglion.live.source;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.SampleSource;
import ganglion.cochlea.audio.input.Microphone;
import ganglion.live.source.LiveSound.ArrivingSound;
import ganglion.live.source.LiveSound.LossCause;
import ganglion.live.source.LiveSound.SoundListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The microphone. It goes on while nobody takes its samples. If it is unplugged, it is opened again as soon as it is there; the time without it counts as
 * lost samples. A device that lacks the rate of the ear is opened at another, and resampled.
 *
 * @param recorder opens a recording
 * @param clock by which it is looked for again
 */
public record MicrophoneSound(Microphone.Recorder recorder, RealClock clock) implements LiveSound {

    /** Rates that devices have, the best first. */
    private static final List<Double> USUAL_HERTZ = List.of(48_000.0, 44_100.0, 32_000.0, 16_000.0, 8_000.0);

    private static final long LOOK_AGAIN_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final double NANOSECONDS = 1e9;

    @Override
    public String title() {
        return "microphone";
    }

    @Override
    public boolean goesOn() {
        return true;
    }

    @Override
    public ArrivingSound open(double earHertz, SoundListener news) throws AudioFormatException {
        return new Recording(earHertz, record(earHertz), news);
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

    /** The microphone while it records, or is looked for. */
    private final class Recording implements ArrivingSound {

        private final double earHertz;
        private final SoundListener news;
        private volatile SampleSource source;
        private ArrivingSound sound;
        private volatile boolean closed;
        private volatile Thread waiting;

        Recording(double earHertz, SampleSource source, SoundListener news) {
            this.earHertz = earHertz;
            this.news = news;
            take(source);
        }

        private void take(SampleSource opened) {
            source = opened;
            sound = ResampledSound.of(opened, earHertz);
            if (closed) {
                closeSource(); // closed while it was being opened
            }
        }

        @Override
        public int read(double[] samples, int offset, int length) throws IOException {
            while (!closed) {
                String why = "it sends no more samples";
                try {
                    int count = sound.read(samples, offset, length);
                    if (count > 0) {
                        return count;
                    }
                } catch (IOException | AudioFormatException e) {
                    why = e.getMessage();
                }
                if (!closed) {
                    lookAgain(why);
                }
            }
            return -1;
        }

        private void lookAgain(String why) throws InterruptedIOException {
            long gone = clock.nanoseconds();
            news.gone("the microphone is gone (" + why + "); it is looked for");
            closeSource();
            for (long next = gone; !closed; ) {
                next += LOOK_AGAIN_NANOSECONDS;
                if (!waited(next)) {
                    return;
                }
                try {
                    take(record(earHertz));
                    if (closed) {
                        return;
                    }
                    double seconds = (clock.nanoseconds() - gone) / NANOSECONDS;
                    news.lost(Math.round(seconds * earHertz), LossCause.GONE);
                    news.back("the microphone is back after " + Math.round(seconds * 10) / 10.0 + " s");
                    return;
                } catch (AudioFormatException e) {
                    continue; // not there yet
                }
            }
        }

        /** Waits; false if nobody listens any more. */
        private boolean waited(long until) throws InterruptedIOException {
            waiting = Thread.currentThread();
            try {
                if (!closed) {
                    clock.waitUntil(until);
                }
                return !closed;
            } catch (InterruptedException e) {
                if (closed) {
                    return false;
                }
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("recording was interrupted");
            } finally {
                waiting = null;
            }
        }

        private void closeSource() {
            try {
                source.close();
            } catch (IOException e) {
                return; // a device that is gone
            }
        }

        @Override
        public void close() {
            closed = true;
            closeSource();
            Thread sleeper = waiting;
            if (sleeper != null) {
                sleeper.interrupt();
            }
        }
    }
}
