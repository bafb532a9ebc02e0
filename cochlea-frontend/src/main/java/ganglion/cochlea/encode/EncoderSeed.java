package ganglion.cochlea.encode;

/**
 * The seed of a random encoder, which the reader of a document provides as context before it reads the encoder.
 *
 * @param seed of all random numbers of the encoder
 */
public record EncoderSeed(long seed) {

    /** A seed that differs between the inputs of a document and is the same in every run with one document seed. */
    public static EncoderSeed of(long documentSeed, String inputName) {
        return new EncoderSeed(documentSeed ^ (long) inputName.hashCode() << Integer.SIZE);
    }
}
