package ganglion.cochlea.encode;

/**
 * The seed of the encoder that is read next, which a document's reader puts into the context of the reading.
 *
 * @param seed of all its random numbers
 */
public record EncoderSeed(long seed) {

    /** Different for the inputs of one document, and the same in every run with one seed. */
    public static EncoderSeed of(long documentSeed, String inputName) {
        return new EncoderSeed(documentSeed ^ (long) inputName.hashCode() << Integer.SIZE);
    }
}
