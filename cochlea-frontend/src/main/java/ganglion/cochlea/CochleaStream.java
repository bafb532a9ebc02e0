package ganglion.cochlea;

import ganglion.cochlea.encode.Encoding;
import ganglion.cochlea.encode.SpikeEncoder.SpikeSink;
import ganglion.cochlea.gain.CausalGain;
import ganglion.cochlea.gain.GainControl.GainStage;
import ganglion.cochlea.inhibition.InhibitionStage;
import ganglion.cochlea.resample.Resampler;
import ganglion.cochlea.resample.ResamplerStream;
import ganglion.cochlea.spectrum.BandStream;

/**
 * The front end for sound that is still going on: samples go in as they arrive, in pieces of any length, and spikes come
 * out with the last sample of their frame, with a delay of one hop. The spikes are those of {@link Cochlea#hear} on the
 * whole clip, to the last bit. Memory is constant and nothing is allocated per frame, unless filters are mel and half the
 * transform size has a prime factor above 31. Sound of another rate is resampled, which adds {@link #resamplingDelaySeconds()}.
 *
 * <p>Not thread safe.
 */
public final class CochleaStream {

    private final SpikeSink spikes;
    /** Null if the sound has the front end's sample rate. */
    private final ResamplerStream resampler;

    private final double resamplingDelaySeconds;
    private final BandStream bands;
    private final InhibitionStage inhibition;
    private final GainStage gain;
    private final Encoding encoding;
    private final double[] hop;
    private final double[] frame;
    private final double[] powers;
    private int filled;
    private long frames;

    /**
     * A stream at rest.
     *
     * @param parameters of the front end; gain control and framing must be causal
     * @param inputHertz sample rate of the sound
     * @param spikes receives each spike, in order of ticks and then of neurons
     * @throws IllegalArgumentException if gain control or framing depend on later samples, or the rate is outside 100 Hz
     *     to 1 MHz
     */
    public CochleaStream(CochleaParameters parameters, double inputHertz, SpikeSink spikes) {
        BandAnalysis analysis = new BandAnalysis(parameters);
        if (!analysis.causal()) {
            throw new IllegalArgumentException(
                    "the frames are " + parameters.spectrum().framing() + ", but a stream needs CAUSAL framing");
        }
        if (!(parameters.gain() instanceof CausalGain causal)) {
            throw new IllegalArgumentException(
                    "the gain control looks at a clip as a whole, expected a causal one for a"
                            + " stream, such as running-maximum in place of normalised");
        }
        this.spikes = spikes;
        if (inputHertz == parameters.sampleRateHertz()) {
            this.resampler = null;
            this.resamplingDelaySeconds = 0;
        } else {
            Resampler rates = Resampler.between(inputHertz, parameters.sampleRateHertz());
            this.resampler = rates.start(this::take);
            this.resamplingDelaySeconds = rates.delaySamples() / inputHertz;
        }
        this.bands = analysis.start();
        this.inhibition = parameters.inhibition().start(analysis.bands());
        this.gain = causal.start(analysis.bands(), parameters.hopSeconds());
        this.encoding = parameters.encoder().start(analysis.bands());
        this.hop = new double[parameters.hopSamples()];
        this.frame = new double[analysis.bands()];
        this.powers = new double[analysis.bands()];
    }

    /** A stream for sound of the front end's sample rate. */
    public CochleaStream(CochleaParameters parameters, SpikeSink spikes) {
        this(parameters, parameters.sampleRateHertz(), spikes);
    }

    /** Number of frames so far, which is the tick of the next one. */
    public long frames() {
        return frames;
    }

    /** Seconds by which resampling delays the sound; 0 at the front end's sample rate. */
    public double resamplingDelaySeconds() {
        return resamplingDelaySeconds;
    }

    /** The drives of the last frame, which is the input of the encoder. Overwritten by the next frame. */
    public double[] drive() {
        return frame;
    }

    /** The powers of the last frame's bands, before inhibition and gain control. Overwritten by the next frame. */
    public double[] powers() {
        return powers;
    }

    /**
     * Processes samples.
     *
     * @param samples finite, full scale being -1 to 1; not checked
     * @param offset index of the first sample
     * @param length number of samples
     */
    public void accept(double[] samples, int offset, int length) {
        if (resampler != null) {
            resampler.accept(samples, offset, length);
            return;
        }
        int next = offset;
        int end = offset + length;
        while (next < end) {
            int count = Math.min(end - next, hop.length - filled);
            System.arraycopy(samples, next, hop, filled, count);
            next += count;
            filled += count;
            processFullHop();
        }
    }

    /**
     * Ends the sound: processes the samples that the resampler holds back. Samples that do not fill a hop are dropped, as
     * with clips.
     */
    public void finish() {
        if (resampler != null) {
            resampler.finish();
        }
    }

    private void take(double sample) {
        hop[filled++] = sample;
        processFullHop();
    }

    private void processFullHop() {
        if (filled < hop.length) {
            return;
        }
        bands.next(hop, 0, frame, 0);
        System.arraycopy(frame, 0, powers, 0, powers.length);
        inhibition.apply(frame, 0);
        gain.apply(frame, 0);
        encoding.encode(frame, 0, frames, spikes);
        frames++;
        filled = 0;
    }
}
