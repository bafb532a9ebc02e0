package ganglion.cochlea.audio;

/**
 * What a decoder found in a file: the mean of its channels, at the file's own rate.
 *
 * @param samples finite values, full scale being -1 to 1
 * @param sampleRateHertz samples per second
 */
public record DecodedAudio(double[] samples, double sampleRateHertz) {}
