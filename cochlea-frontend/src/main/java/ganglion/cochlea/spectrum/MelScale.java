package ganglion.cochlea.spectrum;

/** The two pitch scales in common use; they agree on nothing but the idea. */
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
    };

    private static final double BREAK_HERTZ = 1000;
    private static final double BREAK_MEL = 15;
    private static final double HERTZ_PER_MEL = 200.0 / 3;
    private static final double MELS_PER_OCTAVE_OF_6_4 = 27;

    /** The mel value of a frequency of 0 Hz or more. */
    public abstract double mel(double hertz);

    /** The frequency of a mel value of 0 or more. */
    public abstract double hertz(double mel);
}
