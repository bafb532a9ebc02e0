package ganglion.cochlea;

import ganglion.cochlea.encode.Encoding;
import ganglion.cochlea.encode.SpikeEncoder.SpikeSink;
import ganglion.cochlea.gain.CausalGain;
import ganglion.cochlea.gain.GainControl.GainStage;
import ganglion.cochlea.inhibition.InhibitionStage;
import ganglion.cochlea.spectrum.BandStream;

/**
 * The front end for sound that is still going on: samples go in hop by hop, and each hop completes a frame, whose spikes come out. The
 * spikes are those of {@link Cochlea#hear} on the whole clip, to the last bit. Memory is constant and nothing is allocated per frame, unless
 * filters are mel and half the transform size has a prime factor above 31.
 *
 * <p>Not thread safe.
 */
public final class CochleaStream {

    private final SpikeSink spikes;
    private final BandStream bands;
    private final InhibitionStage inhibition;
    private final GainStage gain;
    private final Encoding encoding;
    private final double[] frame;
    private final double[] powers;
    private long frames;

    /**
     * A stream at rest.
     *
     * @param parameters of the front end; gain control and framing must be causal
     * @param spikes receives each spike, in order of ticks and then of neurons
     * @throws IllegalArgumentException if gain control or framing depend on later samples
     */
    public CochleaStream(CochleaParameters parameters, SpikeSink spikes) {
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
        this.bands = analysis.start();
        this.inhibition = parameters.inhibition().start(analysis.bands());
        this.gain = causal.start(analysis.bands(), parameters.hopSeconds());
        this.encoding = parameters.encoder().start(analysis.bands());
        this.frame = new double[analysis.bands()];
        this.powers = new double[analysis.bands()];
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
     * Processes the samples of a hop, which completes the next frame.
     *
     * @param samples at the front end's rate; finite, full scale being -1 to 1; not checked
     * @param offset index of the first sample of the hop
     */
    public void accept(double[] samples, int offset) {
        bands.next(samples, offset, frame, 0);
        System.arraycopy(frame, 0, powers, 0, powers.length);
        inhibition.apply(frame, 0);
        gain.apply(frame, 0);
        encoding.encode(frame, 0, frames++, spikes);
    }
}
