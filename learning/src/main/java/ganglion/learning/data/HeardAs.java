package ganglion.learning.data;

/** What of a sound as heard becomes the input of a network. */
public enum HeardAs {
    /** The spikes of the ear's encoder, one neuron a band unless the encoder has it otherwise. */
    SPIKES,
    /** What the encoder would see, a number for each band: for networks whose first layer encodes. */
    NUMBERS,
    /** Cepstral coefficients of what the encoder would see, MFCC if the ear's gain is in decibels. */
    CEPSTRUM,
    /** What the encoder would see, and its cepstral coefficients after it. */
    NUMBERS_AND_CEPSTRUM;

    /** Whether the input is numbers rather than spikes. */
    public boolean isNumbers() {
        return this != SPIKES;
    }
}
