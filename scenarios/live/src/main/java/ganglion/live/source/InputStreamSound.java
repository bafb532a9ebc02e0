package ganglion.live.source;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.SampleSource;
import java.io.IOException;

/** Sound from standard input or another stream of samples that waits for its reader. */
public final class InputStreamSound implements LiveSound {

    private final String title;
    private final SamplePump pump;

    /** Opens the stream when sound is first asked for. */
    @FunctionalInterface
    public interface Opener {

        /** @throws AudioFormatException if the stream holds something else than sound */
        SampleSource open() throws IOException, AudioFormatException;
    }

    /** @param title where it comes from, in words */
    public InputStreamSound(String title, Opener opener) {
        this.title = title;
        this.pump = new SamplePump(opener);
    }

    @Override
    public String title() {
        return title;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The stream is opened with the first read, because its header may be long in coming. Another ear goes on where the one before was closed.
     */
    @Override
    public ArrivingSound open(double earHertz, SoundNews news) {
        return new Arriving(earHertz);
    }

    /** The stream for one ear. */
    private final class Arriving implements ArrivingSound {

        private final double earHertz;
        private final SamplePump.Taker taker = pump.taker();
        private ArrivingSound sound;

        Arriving(double earHertz) {
            this.earHertz = earHertz;
        }

        @Override
        public int read(double[] samples, int offset, int length) throws IOException, AudioFormatException {
            if (sound == null) {
                if (!taker.isOpened()) {
                    return -1;
                }
                sound = ResampledSound.of(taker, earHertz, () -> {});
            }
            return sound.read(samples, offset, length);
        }

        @Override
        public int held() {
            return sound == null ? 0 : sound.held();
        }

        /** The stream itself stays open: standard input cannot be closed under who reads it. */
        @Override
        public void close() {
            taker.close();
        }
    }
}
