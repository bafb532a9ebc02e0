package ganglion.hardware.signal;

import ganglion.documents.key.Worded;

/**
 * An operation of signal processing. {@link #meaning} defines each; loads, stores, moves, loop control and tests of indices
 * are part of the operations around them. A power x^a is a logarithm, a multiplication and an exponential; the root of a sum
 * of two squares is a magnitude and a square root.
 */
public enum SignalOperation implements Worded {
    /** In windows, filters, sums over bands, cosine transforms and smoothing. */
    MULTIPLY_ADD(
            "One multiplication whose product is added to or taken from a number, or one addition or multiplication"
                    + " alone."),
    /**
     * The Fourier transform of n real samples, n a power of two, is n/4 log2(n/2) butterflies of a complex transform of n/2
     * points, and n/2 for the split into the spectrum of the real samples: one for each bin, as in the loop of {@code
     * stage_rfft_f32} of CMSIS-DSP ({@code arm_rfft_fast_f32.c}).
     */
    BUTTERFLY("One butterfly of radix 2 on complex numbers: a complex multiplication, a complex sum and a complex"
            + " difference."),
    /** In power spectra and envelopes. */
    MAGNITUDE("The sum of the squares of the real and the imaginary part of one number."),
    /** In levels and compression. */
    LOGARITHM("One logarithm, of any base, of a number or of 1 plus a number."),
    /** In powers, tuning curves and random spikes. */
    EXPONENTIAL("One exponential function, less 1 or not, or one arc tangent."),
    /** In amplitudes. */
    SQUARE_ROOT("One square root."),
    /** In gain control. */
    DIVISION("One division. One by a constant power of two is a multiplication."),
    /** In thresholds of encoders and maxima of gain control. */
    COMPARISON("One comparison of two numbers, or the greater or lesser of two.");

    private final String meaning;

    SignalOperation(String meaning) {
        this.meaning = meaning;
    }

    /** What counts as one operation, in full sentences. */
    public String meaning() {
        return meaning;
    }
}
