package ganglion.cochlea.resample;

import ganglion.cochlea.audio.AudioLimits;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.cochlea.spectrum.WeightedRows;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;

/**
 * Changes the sample rate by a windowed-sinc low-pass filter, evaluated at the output's sampling instants only
 * (polyphase). Kaiser window designed for a stop-band of {@value #STOP_BAND_DECIBELS} dB, which begins at half the lower of
 * the two rates; the pass-band is flat up to {@value #PASS_BAND_SHARE} of that. Linear phase without delay: output sample
 * k lies at the same time as input position k * input rate / output rate. Beyond the ends there is silence.
 *
 * <p>Kaiser's design formulas: Oppenheim and Schafer, Discrete-Time Signal Processing, section 7.5.3. Simple ratios use exact
 * filters for each phase; others interpolate linearly between neighbouring phases, spaced so that the error stays below
 * the stop-band (J. O. Smith, Digital Audio Resampling, 2002).
 *
 * <p>Immutable and thread safe.
 */
public final class Resampler {

    /** Attenuation of aliases and images. */
    public static final double STOP_BAND_DECIBELS = 100;

    /** End of the pass-band, as a share of half the lower rate. */
    public static final double PASS_BAND_SHARE = 0.9;

    private static final double KAISER_BETA = 0.1102 * (STOP_BAND_DECIBELS - 8.7);
    /** Phases per lobe of the filter at which linear interpolation between them errs by less than 1e-7. */
    private static final int PHASES_PER_LOBE = 2048;

    private static final long MOST_EXACT_COEFFICIENTS = 1 << 20;
    /** Rates are resolved to a thousandth of a hertz. */
    private static final double RATE_RESOLUTION = 1000;

    private static final AtomicReference<Cached> last = new AtomicReference<>();

    /** Longer rows are not faster. */
    private static final int MOST_LANES = 64;
    /** Keeps the rows within the cache of a processor core. */
    private static final int SAMPLES_PER_BLOCK = 1 << 16;
    /** Shorter segments would copy the inputs that neighbours share too often. */
    private static final int SHORTEST_SEGMENT = 128;

    /** Output rate / input rate in lowest terms: {@code up / down}. */
    private final long up;

    private final long down;
    private final int phases;
    /** Coefficients per phase; the filter reaches {@code taps / 2} input samples to either side. */
    private final int taps;
    /** Phase after phase, and one more phase at the end so that the last can be interpolated. */
    private final double[] coefficients;

    /**
     * @param inputHertz sample rate of the input
     * @param outputHertz sample rate of the output
     * @throws IllegalArgumentException if a rate is outside 100 Hz to 1 MHz
     */
    public Resampler(double inputHertz, double outputHertz) {
        long input = resolved(inputHertz);
        long output = resolved(outputHertz);
        long divisor = BigInteger.valueOf(input).gcd(BigInteger.valueOf(output)).longValue();
        up = output / divisor;
        down = input / divisor;
        double cutShare = Math.min(1.0, outputHertz / inputHertz);
        double transition = Math.PI * (1 - PASS_BAND_SHARE) * cutShare;
        taps = 2 * (int) Math.ceil((STOP_BAND_DECIBELS - 7.95) / (2.285 * transition) / 2 + 1);
        phases = up * taps <= MOST_EXACT_COEFFICIENTS ? (int) up : (int) Math.ceil(PHASES_PER_LOBE * cutShare) + 1;
        coefficients = design(cutShare * (1 + PASS_BAND_SHARE) / 2);
    }

    /** The resampler between two rates. The last one is cached, since clips of a data set have one rate. */
    public static Resampler between(double inputHertz, double outputHertz) {
        Cached known = last.get();
        if (known != null && known.inputHertz == inputHertz && known.outputHertz == outputHertz) {
            return known.resampler;
        }
        Resampler resampler = new Resampler(inputHertz, outputHertz);
        last.set(new Cached(inputHertz, outputHertz, resampler));
        return resampler;
    }

    private record Cached(double inputHertz, double outputHertz, Resampler resampler) {}

    private static long resolved(double hertz) {
        if (!(hertz >= AudioLimits.LOWEST_RATE_HERTZ && hertz <= AudioLimits.HIGHEST_RATE_HERTZ)) {
            throw new IllegalArgumentException("sample rates are 100 Hz to 1 MHz, not " + hertz + " Hz");
        }
        return Math.round(hertz * RATE_RESOLUTION);
    }

    /** @param cutoff middle of the transition, as a share of half the input rate */
    private double[] design(double cutoff) {
        double[] filter = new double[(phases + 1) * taps];
        double reach = taps / 2.0;
        double windowPeak = besselI0(KAISER_BETA);
        for (int phase = 0; phase <= phases; phase++) {
            for (int tap = 0; tap < taps; tap++) {
                // Distance, in input samples, from the output instant to the input sample under this tap.
                double distance = tap - (reach - 1) - (double) phase / phases;
                double inside = 1 - distance * distance / (reach * reach);
                if (inside > 0) {
                    double window = besselI0(KAISER_BETA * Math.sqrt(inside)) / windowPeak;
                    filter[phase * taps + tap] = cutoff * sinc(cutoff * distance) * window;
                }
            }
        }
        return filter;
    }

    /** Resampling of a sound that is still going on. */
    public Stream start(DoubleConsumer output) {
        return new Stream(output);
    }

    /** Number of later input samples that an output sample depends on. */
    public int delaySamples() {
        return taps / 2;
    }

    /**
     * The same sound at the output rate.
     *
     * @param input at the input rate; not changed
     * @return ceil(input length * output rate / input rate) samples
     * @throws IllegalArgumentException if the result would not fit into an array
     */
    public double[] resample(double[] input) {
        if (up == down) {
            return input.clone();
        }
        long length = outputLength(input.length);
        if (length > Integer.MAX_VALUE - 8 || input.length > Integer.MAX_VALUE - 8 - 2 * taps) {
            throw new IllegalArgumentException(length + " samples after resampling do not fit into memory");
        }
        double[] padded = new double[input.length + 2 * taps];
        System.arraycopy(input, 0, padded, padding(), input.length);
        double[] output = new double[(int) length];
        if (phases == up) {
            resampleSegments(padded, output);
            return output;
        }
        for (int k = 0; k < output.length; k++) {
            output[k] = at(padded, (int) firstTap(k), k);
        }
        return output;
    }

    /** Operations per output sample: a product for each tap, or for each of two phases, and what lies between them. */
    public OperationCounts operationsPerSample() {
        if (up == down) {
            return OperationCounts.NONE;
        }
        return phases == up
                ? OperationCounts.NONE.andMultiplyAdds(taps)
                : OperationCounts.NONE.andMultiplyAdds(2L * taps + 3).andDivisions(1);
    }

    private long outputLength(long inputLength) {
        return (inputLength * up + down - 1) / down;
    }

    /** Zeros before the first input sample, so that every output has one input per tap. */
    private int padding() {
        return taps / 2 - 1;
    }

    /** Index, in the padded input, of the first sample that an output depends on. */
    private long firstTap(long output) {
        return output * down / up;
    }

    /** An output sample, of inputs from index {@code first} on. */
    private double at(double[] padded, int first, long output) {
        long remainder = output * down % up;
        if (phases == up) {
            return dot(padded, first, (int) remainder * taps);
        }
        double phase = (double) remainder * phases / up;
        int below = (int) phase;
        double low = dot(padded, first, below * taps);
        return low + (phase - below) * (dot(padded, first, (below + 1) * taps) - low);
    }

    /** Products are added in threes, as {@link WeightedRows} does, so that both give the same bits. */
    private double dot(double[] padded, int first, int row) {
        double sum = 0;
        int tap = 0;
        for (; tap + 2 < taps; tap += 3) {
            int from = first + tap;
            int weight = row + tap;
            sum += coefficients[weight] * padded[from]
                    + coefficients[weight + 1] * padded[from + 1]
                    + coefficients[weight + 2] * padded[from + 2];
        }
        for (; tap < taps; tap++) {
            sum += coefficients[row + tap] * padded[first + tap];
        }
        return sum;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /** Modified Bessel function of the first kind and order zero, by its power series. */
    private static double besselI0(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-17 * sum; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    /**
     * Resampling of many segments of a clip side by side: all segments use the same coefficients in the same order, so that a
     * row over segments takes one vector operation per coefficient. Several times faster than sample by sample, with the same
     * result to the last bit. For a coefficient for each phase, which repeat every {@code up} outputs and {@code down} inputs.
     *
     * @param padded the input with zeros on both sides
     */
    private void resampleSegments(double[] padded, double[] output) {
        int periods = (int) ((SHORTEST_SEGMENT + up - 1) / up);
        int segmentOutputs = periods * (int) up;
        int segmentInputs = periods * (int) down;
        double[] sums = new double[Math.max(1, Math.min(MOST_LANES, SAMPLES_PER_BLOCK / (segmentInputs + taps)))];
        double[][] rows = new double[segmentInputs + taps][sums.length];
        int segments = (output.length + segmentOutputs - 1) / segmentOutputs;
        for (int first = 0; first < segments; first += sums.length) {
            int count = Math.min(sums.length, segments - first);
            for (int lane = 0; lane < count; lane++) {
                collect(padded, (first + lane) * segmentInputs, rows, lane);
            }
            for (int k = 0; k < segmentOutputs; k++) {
                int row = (int) (k * down % up) * taps;
                WeightedRows.sum(rows, (int) firstTap(k), coefficients, row, taps, sums);
                for (int lane = 0; lane < count; lane++) {
                    int at = (first + lane) * segmentOutputs + k;
                    if (at < output.length) {
                        output[at] = sums[lane];
                    }
                }
            }
        }
    }

    private static void collect(double[] padded, int start, double[][] rows, int lane) {
        int length = Math.min(rows.length, padded.length - start);
        for (int i = 0; i < length; i++) {
            rows[i][lane] = padded[start + i];
        }
    }

    /**
     * A {@link Resampler} for sound that is still going on: the same samples to the last bit, each as soon as the input that
     * it depends on has arrived. Constant memory. Not thread safe.
     */
    public final class Stream {

        private static final int BLOCK_SAMPLES = 4096;

        private final DoubleConsumer output;
        /** The input from {@link #start} on; silence before the sound begins. */
        private final double[] input;

        private int filled;
        /** Index, in the whole padded input, of the first sample in {@link #input}. */
        private long start;

        private long received;
        private long given;

        private Stream(DoubleConsumer output) {
            this.output = output;
            this.input = new double[taps + BLOCK_SAMPLES];
            this.filled = padding();
        }

        /** Adds samples at the input rate and passes on the output samples that they complete. */
        public void accept(double[] samples, int offset, int length) {
            received += length;
            take(samples, offset, length, Long.MAX_VALUE);
        }

        /** Ends the sound: passes on the remaining output samples. To be called once. */
        public void finish() {
            take(new double[taps], 0, taps, outputLength(received));
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
            while (given < until && firstTap(given) - start + taps <= filled) {
                output.accept(at(input, (int) (firstTap(given) - start), given));
                given++;
            }
            int unneeded = (int) Math.min(filled, firstTap(given) - start);
            System.arraycopy(input, unneeded, input, 0, filled - unneeded);
            filled -= unneeded;
            start += unneeded;
        }
    }
}
