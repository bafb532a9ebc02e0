package ganglion.live.source;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.SampleSource;
import ganglion.cochlea.resample.Resampler;
import ganglion.live.source.LiveSound.ArrivingSound;
import java.io.IOException;
import java.util.Arrays;

/** Samples of another rate, resampled as they come, with the bits of the whole sound resampled at once. */
final class ResampledSound implements ArrivingSound {

    /** A device gives nothing until all that is asked for is there: 2.5 ms are asked for at once. */
    private static final int BLOCKS_PER_SECOND = 400;

    private final SampleSource source;
    private final Resampler.Stream resampler;
    private final double[] block;
    private double[] ready;
    private int readyCount;
    private int given;
    private boolean ended;

    private ResampledSound(SampleSource source, double earHertz) {
        this.source = source;
        this.block = new double[blockSamples(source.sampleRateHertz())];
        this.ready = new double[2 * block.length];
        this.resampler = Resampler.between(source.sampleRateHertz(), earHertz).start(this::add);
    }

    /** Sound at the rate of an ear. Closing it leaves the source open. */
    static ArrivingSound of(SampleSource source, double earHertz) {
        return source.sampleRateHertz() == earHertz ? new AsItComes(source) : new ResampledSound(source, earHertz);
    }

    /** Samples that are asked for at once. */
    static int blockSamples(double hertz) {
        return (int) Math.max(1, hertz / BLOCKS_PER_SECOND);
    }

    private void add(double sample) {
        if (readyCount == ready.length) {
            ready = Arrays.copyOf(ready, 2 * readyCount);
        }
        ready[readyCount++] = sample;
    }

    @Override
    public int read(double[] samples, int offset, int length) throws IOException, AudioFormatException {
        while (given == readyCount) {
            if (ended) {
                return -1;
            }
            given = 0;
            readyCount = 0;
            int count = source.read(block, 0, block.length);
            if (count < 0) {
                ended = true;
                resampler.finish();
            } else {
                resampler.accept(block, 0, count);
            }
        }
        int count = Math.min(length, readyCount - given);
        System.arraycopy(ready, given, samples, offset, count);
        given += count;
        return count;
    }

    @Override
    public void close() {}

    /** Sound of the ear's rate. */
    private record AsItComes(SampleSource source) implements ArrivingSound {

        @Override
        public int read(double[] samples, int offset, int length) throws IOException, AudioFormatException {
            return source.read(samples, offset, length);
        }

        @Override
        public void close() {}
    }
}
