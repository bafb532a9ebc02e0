package ganglion.live.source;

import ganglion.cochlea.audio.AudioFormatException;
import java.io.IOException;

/** Sound of one channel that arrives at the sample rate of an ear. For one thread, but for {@link #close}. */
public interface ArrivingSound extends AutoCloseable {

    /**
     * Waits for samples.
     *
     * @param samples receives them, full scale being -1 to 1
     * @param length largest number of samples, at least 1
     * @return number of samples, at least 1, or -1 if the sound has ended
     * @throws AudioFormatException if a sample is not a number within +-1e6
     */
    int read(double[] samples, int offset, int length) throws IOException, AudioFormatException;

    /** Samples that were read from further away and not given yet. For the thread that reads. */
    default int held() {
        return 0;
    }

    /** May be called by any thread; ends a read that waits. */
    @Override
    void close();
}
