package ganglion.cochlea.audio;

import java.io.IOException;

/** Sound of one channel that arrives piece by piece, from a pipe or a microphone. Not thread safe. */
public interface SampleSource extends AutoCloseable {

    /** Samples per second. */
    double sampleRateHertz();

    /**
     * Waits for samples and reads them, allocating nothing.
     *
     * @param samples receives them, full scale being -1 to 1
     * @param offset index of the first
     * @param length largest number of samples to read, at least 1
     * @return number of samples read, at least 1, or -1 if the sound has ended
     * @throws AudioFormatException if a sample is not a number within +-1e6
     */
    int read(double[] samples, int offset, int length) throws IOException, AudioFormatException;

    /** Bytes that were read, but are not yet a sample of each channel; once the sound has ended, they are lost. */
    int unfinishedBytes();

    @Override
    void close() throws IOException;
}
