package ganglion.live.source;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.SampleSource;
import java.io.IOException;

/**
 * Sound from standard input or another stream of samples that waits for its reader.
 *
 * @param title where it comes from, in words
 * @param opener opens the stream
 */
public record InputStreamSound(String title, Opener opener) implements LiveSound {

    /** Opens the stream when sound is first asked for. */
    @FunctionalInterface
    public interface Opener {

        /** @throws AudioFormatException if the stream holds something else than sound */
        SampleSource open() throws IOException, AudioFormatException;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The stream is opened with the first read, because its header may be long in coming.
     */
    @Override
    public ArrivingSound open(double earHertz) {
        return new ArrivingSound() {

            private ArrivingSound sound;

            @Override
            public int read(double[] samples, int offset, int length) throws IOException, AudioFormatException {
                if (sound == null) {
                    sound = ResampledSound.of(opener.open(), earHertz);
                }
                return sound.read(samples, offset, length);
            }

            /** The stream itself stays open: standard input cannot be closed under who reads it. */
            @Override
            public void close() {}
        };
    }
}
