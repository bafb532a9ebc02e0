package ganglion.cochlea.data;

import ganglion.documents.PlainText;

/** A data set that cannot be read. The message is one line: the file, what was found, what was expected. */
public final class DataSetException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param place the file, folder or pattern at fault
     * @param message what was found and what was expected
     */
    public DataSetException(Object place, String message) {
        super(PlainText.line(place + ": " + message));
    }

    /** @param cause what a library or the file system said */
    public DataSetException(Object place, String message, Throwable cause) {
        super(PlainText.line(place + ": " + message), cause);
    }
}
