package ganglion.cochlea.transfer;

import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;

/**
 * How strongly the outer and middle ear pass each frequency on, as a factor of power relative to 1 kHz: sound of 1 kHz keeps its
 * power, so that thresholds and ranges in dB keep their meaning there.
 */
public enum EarTransfer {
    /** All frequencies alike: sound reaches the filters as it was recorded. */
    FLAT {
        @Override
        double decibels(double hertz) {
            return 0;
        }
    },
    /**
     * The weighting of the outer and middle ear of ITU-R BS.1387-1, Method for objective measurements of perceived audio quality
     * (PEAQ), 2001: {@code -2.184 f^-0.8 + 6.5 exp(-0.6 (f - 3.3)^2) - 0.001 f^3.6} dB, f in kHz. It stems from the threshold in
     * quiet of E. Terhardt, Calculating virtual pitch, Hearing Research 1, 1979. Relative to 1 kHz it raises 1 to 7.5 kHz, by
     * 7.5 dB at 3.3 kHz, and lowers everything else: 100 Hz by 11.9 dB, 16 kHz by 19.9 dB.
     */
    BS_1387 {
        @Override
        double decibels(double hertz) {
            double kilohertz = hertz / 1000;
            double resonance = kilohertz - 3.3;
            return -2.184 * Math.pow(kilohertz, -0.8)
                    + 6.5 * Math.exp(-0.6 * resonance * resonance)
                    - 0.001 * Math.pow(kilohertz, 3.6);
        }
    };

    /** The transfer of a front end in a document. */
    public static final Key<EarTransfer> KEY = Key.of(
                    "ear-transfer", words("the name of a transfer", EarTransfer.class))
            .says(
                    "How the outer and middle ear weight frequencies, relative to 1 kHz: all alike (flat), or as in ITU-R BS.1387-1"
                            + " (bs-1387), which raises 1 to 7.5 kHz, by up to 7.5 dB at 3.3 kHz, and lowers what is deeper and higher.")
            .byDefault(FLAT)
            .example("bs-1387");

    private static final double REFERENCE_HERTZ = 1000;

    abstract double decibels(double hertz);

    /** The factor of power at a frequency of at least 0 Hz; 1 at 1 kHz. */
    public double powerFactor(double hertz) {
        return Math.pow(10, (decibels(hertz) - decibels(REFERENCE_HERTZ)) / 10);
    }

    /** The factor of amplitude at a frequency of at least 0 Hz; 1 at 1 kHz. */
    public double amplitudeFactor(double hertz) {
        return Math.sqrt(powerFactor(hertz));
    }
}
