package ganglion.documents;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Results could not be written where the user wants them. Its message is one line: where, and why. */
public final class OutputException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * @param place the file or folder as the user knows it
     * @param cause what the system said
     */
    public OutputException(Object place, IOException cause) {
        super(place + ": " + reason(cause), cause);
    }

    /** The exceptions of java.nio carry the reason in their class, and only the path in their message. */
    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return denied.getFile() == null
                    ? "cannot be written: permission denied"
                    : "cannot be written: permission denied for " + denied.getFile();
        }
        if (cause instanceof NoSuchFileException missing) {
            Path folder = missing.getFile() == null
                    ? null
                    : Path.of(missing.getFile()).getParent();
            return folder == null
                    ? "cannot be written: there is no such folder"
                    : "cannot be written: there is no folder " + folder;
        }
        if (cause instanceof FileSystemException failure) {
            String reason = failure.getReason() == null ? "no way to write there" : failure.getReason();
            return "cannot be written: " + reason + " (" + failure.getFile() + ")";
        }
        return cause.getMessage() == null ? "cannot be written" : cause.getMessage();
    }
}
