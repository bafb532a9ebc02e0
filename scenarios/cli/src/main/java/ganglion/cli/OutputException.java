package ganglion.cli;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Results could not be written where the user wants them. Its message is one line: where, and why. */
final class OutputException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    /** @param place the file or folder as the user knows it */
    OutputException(String place, IOException cause) {
        super(place + ": cannot be written: " + reason(cause), cause);
    }

    /** The exceptions of java.nio carry the reason in their class and only the path in their message. */
    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (cause instanceof NotDirectoryException file) {
            return file.getFile() + " is not a folder";
        }
        if (cause instanceof FileAlreadyExistsException existing) {
            return existing.getFile() + " exists and is not a folder";
        }
        if (cause instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return String.valueOf(cause.getMessage());
    }
}
