package ganglion.learning.file;

/** A file does not follow its format. The message is one sentence with the place in the file, without the file's name. */
public final class ModelFileException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param message one sentence: place, what was found, what was expected */
    public ModelFileException(String message) {
        super(message);
    }
}
