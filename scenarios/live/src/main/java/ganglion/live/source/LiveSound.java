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
     * Starts to hear it.
     *
     * @param earHertz sample rate at which it is to arrive
     * @throws AudioFormatException if it cannot be heard, saying why
     */
    ArrivingSound open(double earHertz) throws IOException, AudioFormatException;

    /** Sound of one channel that arrives at the sample rate of an ear. For one thread, but for {@link #close}. */
    interface ArrivingSound extends AutoCloseable {

        /**
         * Waits for samples.
         *
         * @param samples receives them, full scale being -1 to 1
         * @param length largest number of samples, at least 1
         * @return number of samples, at least 1, or -1 if the sound has ended
         * @throws AudioFormatException if a sample is not a number within +-1e6
         */
        int read(double[] samples, int offset, int length) throws IOException, AudioFormatException;

        /** May be called by any thread; ends a read that waits, if the source lets go of it. */
        @Override
        void close();
    }
}
