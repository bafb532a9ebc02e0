package ganglion.live.source;

import ganglion.cochlea.audio.AudioFormatException;
import java.io.IOException;

/** Sound that someone chose to hear. */
public interface LiveSound {

    /** Where it comes from, in words. */
    String title();

    /** How many seconds of sound come in a second; infinite for as fast as it is heard. */
    default double speed() {
        return 1;
    }

    /** Whether it goes on while nobody takes it, so that samples are lost; else it waits. */
    default boolean goesOn() {
        return false;
    }

    /**
     * Starts to hear it, or goes on with another ear.
     *
     * @param earHertz sample rate at which it is to arrive
     * @param news is told what happens to the sound, by the thread that reads
     * @throws AudioFormatException if it cannot be heard, saying why
     */
    ArrivingSound open(double earHertz, SoundNews news) throws IOException, AudioFormatException;
}
