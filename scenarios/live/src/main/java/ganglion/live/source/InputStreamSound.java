package ganglion.live.source;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.SampleSource;
import java.io.IOException;

/** Sound from standard input or another stream of samples that waits for its reader. */
public final class InputStreamSound implements LiveSound {

    private final String title;
    private final Opener opener;
    private SampleSource opened;

    /** Opens the stream when sound is first asked for. */
    @FunctionalInterface
    public interface Opener {

        /** @throws AudioFormatException if the stream holds something else than sound */
        SampleSource open() throws IOException, AudioFormatException;
    }

    /** @param title where it comes from, in words */
    public InputStreamSound(String title, Opener opener) {
        this.title = title;
        this.opener = opener;
    }

    @Override
    public String title() {
        return title;
    }

    /** Another ear goes on where the one before stopped. */
    @Override
    public synchronized ArrivingSound open(double earHertz, SoundNews news) throws IOException, AudioFormatException {
        if (opened == null) {
            opened = opener.open();
        }
        return ResampledSound.of(opened, earHertz, () -> {});
    }
}
