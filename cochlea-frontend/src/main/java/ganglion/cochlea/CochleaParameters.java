package ganglion.cochlea;

import ganglion.cochlea.encode.Encoders;
import ganglion.cochlea.encode.SpikeEncoder;
import ganglion.cochlea.gain.GainControl;
import ganglion.cochlea.gain.Gains;
import ganglion.cochlea.inhibition.LateralInhibition;
import ganglion.cochlea.spectrum.MelParameters;
import ganglion.cochlea.spectrum.SpectrumOptions;
import ganglion.cochlea.spectrum.SpectrumOptions.Framing;
import ganglion.cochlea.transfer.EarTransfer;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import java.util.Objects;

/**
 * All settings of the front end. Start from {@link #DEFAULT} and change what differs.
 *
 * @param sampleRateHertz rate that clips are resampled to, 100 Hz to 1 MHz
 * @param windowSeconds length of a frame, at least two samples
 * @param hopSeconds time from frame to frame, a whole number of samples: the length of a tick
 * @param mel number and range of the bands, and the shape of mel filters
 * @param gain from power to drive
 * @param inhibition across bands, before the gain control
 * @param encoder from drive to spikes
 * @param spectrum taper, framing, transform size and unit; of no effect on gammatone filters
 * @param filters the filters that split the sound into bands
 * @param transfer of the outer and middle ear, before the filters
 */
public record CochleaParameters(
        double sampleRateHertz,
        double windowSeconds,
        double hopSeconds,
        MelParameters mel,
        GainControl gain,
        LateralInhibition inhibition,
        SpikeEncoder encoder,
        SpectrumOptions spectrum,
        BandFilters filters,
        EarTransfer transfer) {

    /**
     * The default front end: 16 kHz, 32 ms Hann frames every 2 ms, 64 mel bands up to 8 kHz, zero-sum lateral inhibition over 5
     * bands (a tone then excites half the spikes beside its own band), power normalised above a hearing
     * threshold of -70 dB, the study's LIF neurons.
     */
    public static final CochleaParameters DEFAULT = new CochleaParameters(
            16_000,
            0.032,
            0.002,
            MelParameters.of(64),
            Gains.DEFAULT,
            LateralInhibition.DEFAULT,
            Encoders.DEFAULT,
            SpectrumOptions.DEFAULT,
            BandFilters.MEL,
            EarTransfer.FLAT);

    private static final double LOWEST_RATE_HERTZ = 100;
    private static final double HIGHEST_RATE_HERTZ = 1e6;
    private static final int LONGEST_WINDOW_SAMPLES = 1 << 20;
    /** Largest relative departure of a hop from whole samples, for decimals that were rounded. */
    private static final double WHOLE_SAMPLE_TOLERANCE = 1e-6;

    /** @throws IllegalArgumentException if a number is out of its range or does not fit the others */
    public CochleaParameters {
        if (!(sampleRateHertz >= LOWEST_RATE_HERTZ && sampleRateHertz <= HIGHEST_RATE_HERTZ)) {
            throw new IllegalArgumentException("a sample rate is 100 Hz to 1 MHz, not " + sampleRateHertz + " Hz");
        }
        double windowSamples = windowSeconds * sampleRateHertz;
        if (!(windowSamples >= 1.5 && windowSamples <= LONGEST_WINDOW_SAMPLES)) {
            throw new IllegalArgumentException("a window holds 2 to " + LONGEST_WINDOW_SAMPLES + " samples, not "
                    + windowSeconds + " s at " + sampleRateHertz + " Hz");
        }
        double hopSamples = hopSeconds * sampleRateHertz;
        if (!(hopSamples >= 1 - WHOLE_SAMPLE_TOLERANCE
                && hopSamples <= LONGEST_WINDOW_SAMPLES
                && Math.abs(hopSamples - Math.rint(hopSamples)) <= WHOLE_SAMPLE_TOLERANCE * hopSamples)) {
            throw new IllegalArgumentException("found a hop of " + QuantityFormat.format(hopSeconds, Dimension.TIME)
                    + ", which is " + QuantityFormat.format(hopSamples, "", 6) + " samples at "
                    + QuantityFormat.format(sampleRateHertz, Dimension.FREQUENCY)
                    + ", expected a whole number of samples from 1 to " + LONGEST_WINDOW_SAMPLES);
        }
        Objects.requireNonNull(mel, "mel");
        Objects.requireNonNull(gain, "gain");
        Objects.requireNonNull(inhibition, "inhibition");
        Objects.requireNonNull(encoder, "encoder");
        Objects.requireNonNull(spectrum, "spectrum");
        Objects.requireNonNull(filters, "filters");
        Objects.requireNonNull(transfer, "transfer");
        checkTransform(spectrum, (int) Math.round(windowSamples));
        if (mel.maximumHertz() > sampleRateHertz / 2 && mel.maximumHertz() < Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("mel bands end at half the sample rate, " + sampleRateHertz / 2
                    + " Hz, or below, not at " + mel.maximumHertz() + " Hz");
        }
        if (mel.minimumHertz() >= sampleRateHertz / 2) {
            throw new IllegalArgumentException("mel bands start below half the sample rate, " + sampleRateHertz / 2
                    + " Hz, not at " + mel.minimumHertz() + " Hz");
        }
    }

    private static void checkTransform(SpectrumOptions spectrum, int windowSamples) {
        if (spectrum.fftSizeFor(windowSamples) < windowSamples) {
            throw new IllegalArgumentException("a Fourier transform of " + spectrum.fftSize()
                    + " samples cannot hold a window of " + windowSamples);
        }
    }

    /**
     * Time from the start of tick {@code k}, which is {@code k} hops after the start of the sound, until the last sample
     * of its frame arrives: the smallest delay of any spike of the tick, computing not included.
     */
    public double frameDelaySeconds() {
        if (filters != BandFilters.MEL || spectrum.framing() == Framing.CAUSAL) {
            return hopSeconds;
        }
        int window = windowSamples();
        int margin = (spectrum.fftSizeFor(window) - window) / 2;
        int samples = spectrum.framing() == Framing.WITHIN ? margin + window : window - window / 2;
        return samples / sampleRateHertz;
    }

    /** Number of samples of a window. */
    public int windowSamples() {
        return (int) Math.round(windowSeconds * sampleRateHertz);
    }

    /** Number of samples of a hop. */
    public int hopSamples() {
        return (int) Math.round(hopSeconds * sampleRateHertz);
    }

    /** The same at another sample rate and with frames of other lengths. */
    public CochleaParameters withFrames(double rateHertz, double windowLengthSeconds, double hopLengthSeconds) {
        return new CochleaParameters(
                rateHertz,
                windowLengthSeconds,
                hopLengthSeconds,
                mel,
                gain,
                inhibition,
                encoder,
                spectrum,
                filters,
                transfer);
    }

    /** The same with another filter bank. */
    public CochleaParameters withMel(MelParameters other) {
        return new CochleaParameters(
                sampleRateHertz,
                windowSeconds,
                hopSeconds,
                other,
                gain,
                inhibition,
                encoder,
                spectrum,
                filters,
                transfer);
    }

    /** The same with another gain control. */
    public CochleaParameters withGain(GainControl other) {
        return new CochleaParameters(
                sampleRateHertz,
                windowSeconds,
                hopSeconds,
                mel,
                other,
                inhibition,
                encoder,
                spectrum,
                filters,
                transfer);
    }

    /** The same with other inhibition. */
    public CochleaParameters withInhibition(LateralInhibition other) {
        return new CochleaParameters(
                sampleRateHertz, windowSeconds, hopSeconds, mel, gain, other, encoder, spectrum, filters, transfer);
    }

    /** The same with another encoder. */
    public CochleaParameters withEncoder(SpikeEncoder other) {
        return new CochleaParameters(
                sampleRateHertz, windowSeconds, hopSeconds, mel, gain, inhibition, other, spectrum, filters, transfer);
    }

    /** The same with other spectra. */
    public CochleaParameters withSpectrum(SpectrumOptions other) {
        return new CochleaParameters(
                sampleRateHertz, windowSeconds, hopSeconds, mel, gain, inhibition, encoder, other, filters, transfer);
    }

    /** The same with other filters. */
    public CochleaParameters withFilters(BandFilters other) {
        return new CochleaParameters(
                sampleRateHertz, windowSeconds, hopSeconds, mel, gain, inhibition, encoder, spectrum, other, transfer);
    }

    /** The same with another transfer of the outer and middle ear. */
    public CochleaParameters withTransfer(EarTransfer other) {
        return new CochleaParameters(
                sampleRateHertz, windowSeconds, hopSeconds, mel, gain, inhibition, encoder, spectrum, filters, other);
    }

    /** The filters that split sound into bands. */
    public enum BandFilters {
        /** Triangles over the bins of power spectra, evenly spaced on a mel scale. */
        MEL,
        /** Gammatone filters, evenly spaced on the ERB scale, and the mean power of their envelopes within each hop. */
        GAMMATONE,
        /**
         * Gammatone filters and the mean of their positive half-waves within each hop, for phase-locked spikes. An amplitude,
         * not a power; a short hop keeps the phase.
         */
        HAIR_CELLS
    }
}
