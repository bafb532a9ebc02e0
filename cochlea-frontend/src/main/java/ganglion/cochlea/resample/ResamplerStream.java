package ganglion.cochlea.resample;

import java.util.function.DoubleConsumer;

/**
 * A {@link Resampler} for sound that is still going on: the same samples to the last bit, each as soon as the input that
 * it depends on has arrived. Constant memory. Not thread safe.
 */
public final class ResamplerStream {

    private static final int BLOCK_SAMPLES = 4096;

    private final Resampler rates;
    private final DoubleConsumer output;
    /** The input from {@link #start} on; silence before the sound begins. */
    private final double[] input;

    private int filled;
    /** Index, in the whole padded input, of the first sample in {@link #input}. */
    private long start;

    private long received;
    private long given;

    ResamplerStream(Resampler rates, DoubleConsumer output) {
        this.rates = rates;
        this.output = output;
        this.input = new double[rates.taps() + BLOCK_SAMPLES];
        this.filled = rates.padding();
    }

    /** Adds samples at the input rate and passes on the output samples that they complete. */
    public void accept(double[] samples, int offset, int length) {
        received += length;
        take(samples, offset, length, Long.MAX_VALUE);
    }

    /** Ends the sound: passes on the remaining output samples. To be called once. */
    public void finish() {
        take(new double[rates.taps()], 0, rates.taps(), rates.outputLength(received));
    }

    private void take(double[] samples, int offset, int length, long until) {
        int done = 0;
        while (done < length && given < until) {
            int count = Math.min(length - done, input.length - filled);
            System.arraycopy(samples, offset + done, input, filled, count);
            done += count;
            filled += count;
            give(until);
        }
    }

    private void give(long until) {
        while (given < until && rates.firstTap(given) - start + rates.taps() <= filled) {
            output.accept(rates.at(input, (int) (rates.firstTap(given) - start), given));
            given++;
        }
        int unneeded = (int) Math.min(filled, rates.firstTap(given) - start);
        System.arraycopy(input, unneeded, input, 0, filled - unneeded);
        filled -= unneeded;
        start += unneeded;
    }
}
