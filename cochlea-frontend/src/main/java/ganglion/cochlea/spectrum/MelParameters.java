package ganglion.cochlea.spectrum;

import java.util.Objects;

/**
 * A mel filter bank: triangles, evenly spaced on a pitch scale.
 *
 * @param bands number of bands, 1 to 4096
 * @param minimumHertz lower edge of the lowest band, at least 0; more on the logarithmic scale
 * @param maximumHertz upper edge of the highest band; infinity stands for half the sample rate
 * @param scale the pitch scale
 * @param norm the weight of the triangles
 */
public record MelParameters(int bands, double minimumHertz, double maximumHertz, MelScale scale, MelNorm norm) {

    /** Bands at most. */
    public static final int MOST_BANDS = 4096;

    /** @throws IllegalArgumentException if a number is out of its range */
    public MelParameters {
        if (bands < 1 || bands > MOST_BANDS) {
            throw new IllegalArgumentException("mel bands are 1 to " + MOST_BANDS + ", not " + bands);
        }
        if (!(minimumHertz >= 0 && minimumHertz < maximumHertz)) {
            throw new IllegalArgumentException("mel bands reach from 0 Hz or more up to a higher frequency, not from "
                    + minimumHertz + " Hz to " + maximumHertz + " Hz");
        }
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(norm, "norm");
        if (scale == MelScale.LOGARITHMIC && minimumHertz == 0) {
            throw new IllegalArgumentException(
                    "mel bands on the logarithmic scale reach down to 0 Hz, expected a lowest frequency above 0 Hz");
        }
    }

    /** Bands over the whole range up to half the sample rate, on Slaney's scale, with triangles that peak at 1. */
    public static MelParameters of(int bands) {
        return new MelParameters(bands, 0, Double.POSITIVE_INFINITY, MelScale.SLANEY, MelNorm.NONE);
    }

    /** As many bands, evenly spaced between other frequencies. */
    public MelParameters withRange(double lowestHertz, double highestHertz) {
        return new MelParameters(bands, lowestHertz, highestHertz, scale, norm);
    }

    /** As many bands, evenly spaced on another pitch scale. */
    public MelParameters withScale(MelScale other) {
        return new MelParameters(bands, minimumHertz, maximumHertz, other, norm);
    }

    /** How the triangles of a mel filter bank are weighted. */
    public enum MelNorm {
        /** Each triangle peaks at 1, so that a sine has the same power in any band. */
        NONE,
        /** Each triangle has unit area, so that white noise has equal power in all bands and tones in high bands have little. */
        SLANEY
    }
}
