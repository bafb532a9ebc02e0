package ganglion.learning.data;

/** What of a sound as heard becomes the input of a network. */
public enum HeardAs {
    /** The spikes of the ear's encoder, one neuron a band. */
    SPIKES,
    /** What the encoder would see, a number for each band: for networks whose first layer encodes. */
    NUMBERS
}
