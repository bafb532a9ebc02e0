package ganglion.cochlea.spectrum;

/** Pitch scales: the two mel scales in common use, and octaves. */
public enum MelScale {
    /** Linear below 1 kHz, logarithmic above (Slaney, Auditory Toolbox, 1998): librosa's default. */
    SLANEY {
        @Override
        public double mel(double hertz) {
            return hertz < BREAK_HERTZ
                    ? hertz / HERTZ_PER_MEL
                    : BREAK_MEL + MELS_PER_OCTAVE_OF_6_4 * Math.log(hertz / BREAK_HERTZ) / Math.log(6.4);
        }

        @Override
        public double hertz(double mel) {
            return mel < BREAK_MEL
                    ? mel * HERTZ_PER_MEL
                    : BREAK_HERTZ * Math.exp((mel - BREAK_MEL) * Math.log(6.4) / MELS_PER_OCTAVE_OF_6_4);
        }
    },
    /** 2595 log10(1 + f / 700) (O'Shaughnessy 1987): HTK's and torchaudio's default. */
    HTK {
        @Override
        public double mel(double hertz) {
            return 2595 * Math.log10(1 + hertz / 700);
        }

        @Override
        public double hertz(double mel) {
            return 700 * (Math.pow(10, mel / 2595) - 1);
        }
    },
    /**
     * Octaves above 1 Hz, log2 f: bands of equal width in music, so that a note at another pitch is the same pattern in
     * other bands. Low notes get more bands than on the other scales. Only for frequencies above 0 Hz.
     */
    LOGARITHMIC {
        @Override
        public double mel(double hertz) {
            return Math.log(hertz) / Math.log(2);
        }

        @Override
        public double hertz(double mel) {
            return Math.pow(2, mel);
        }
    };

    private static final double BREAK_HERTZ = 1000;
    private static final double BREAK_MEL = 15;
    private static final double HERTZ_PER_MEL = 200.0 / 3;
    private static final double MELS_PER_OCTAVE_OF_6_4 = 27;

    /** The value on this scale of a frequency of 0 Hz or more. */
    public abstract double mel(double hertz);

    /** The frequency of a value on this scale, of 0 or more. */
    public abstract double hertz(double mel);
}
