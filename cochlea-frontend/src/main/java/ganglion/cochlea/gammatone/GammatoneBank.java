package ganglion.cochlea.gammatone;

import ganglion.cochlea.operation.OperationCounts;
import ganglion.cochlea.spectrum.BandStream;
import ganglion.cochlea.transfer.EarTransfer;
import java.util.Arrays;

/**
 * Gammatone filters of fourth order: impulse response t^3 exp(-2 pi b t) cos(2 pi f t) with b = 1.019 ERB(f), centres evenly
 * spaced on the ERB scale (R. D. Patterson et al., Complex sounds and auditory images, 1992; the bandwidth as in M. Slaney,
 * Apple Technical Report 35, 1993). A sine at a band's centre has gain 1. Immutable and thread safe.
 */
public final class GammatoneBank {

    /** The value of a band for each hop. */
    public enum Output {
        /** Mean square of the envelope: a full-scale sine at the centre has power 1, as in spectra of the same unit. */
        POWER,
        /**
         * Mean of the positive half-waves, as an inner hair cell would pass them on: with a hop shorter than half a period,
         * the phase of the tone stays visible. An amplitude, not a power.
         */
        HAIR_CELL
    }

    private final double[] centresHertz;
    private final double sampleRateHertz;
    private final EarTransfer transfer;

    /** A bank for sound that the outer and middle ear pass on as it is. */
    public GammatoneBank(int bands, double lowestHertz, double highestHertz, double sampleRateHertz) {
        this(bands, lowestHertz, highestHertz, sampleRateHertz, EarTransfer.FLAT);
    }

    /**
     * @param bands number of filters, at least 1
     * @param lowestHertz lower edge of the lowest band, at least 0
     * @param highestHertz upper edge of the highest band, up to half the sample rate
     * @param sampleRateHertz samples per second
     * @param transfer of the outer and middle ear, a factor of the output of each band by its centre
     * @throws IllegalArgumentException if the range is empty or reaches beyond half the sample rate
     */
    public GammatoneBank(
            int bands, double lowestHertz, double highestHertz, double sampleRateHertz, EarTransfer transfer) {
        if (!(bands >= 1 && lowestHertz >= 0 && lowestHertz < highestHertz && highestHertz <= sampleRateHertz / 2)) {
            throw new IllegalArgumentException("gammatone filters lie between 0 Hz and half the sample rate, "
                    + sampleRateHertz / 2 + " Hz, not between " + lowestHertz + " Hz and " + highestHertz + " Hz");
        }
        this.centresHertz = ErbScale.centresHertz(bands, lowestHertz, highestHertz);
        this.sampleRateHertz = sampleRateHertz;
        this.transfer = transfer;
    }

    /** Number of filters. */
    public int bands() {
        return centresHertz.length;
    }

    /** Centre frequencies, ascending. */
    public double[] centresHertz() {
        return centresHertz.clone();
    }

    /** Operations per frame of {@code hopSamples} samples. */
    public OperationCounts operationsPerFrame(int hopSamples, Output output) {
        return GammatoneStream.operationsPerSample(output)
                .times(hopSamples)
                .plus(GammatoneStream.operationsPerHop())
                .times(bands());
    }

    /**
     * The filters at rest.
     *
     * @param hopSamples samples from frame to frame, at least 1
     * @param output the value for each hop
     */
    public BandStream start(int hopSamples, Output output) {
        return new GammatoneStream(centresHertz, sampleRateHertz, hopSamples, output, factors(output));
    }

    private double[] factors(Output output) {
        return Arrays.stream(centresHertz)
                .map(output == Output.POWER ? transfer::powerFactor : transfer::amplitudeFactor)
                .toArray();
    }
}
