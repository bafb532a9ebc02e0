package ganglion.documents.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** Explains in one line, without names of classes, why a file or directory could not be written. */
public final class WriteProblem {

    private WriteProblem() {}

    /** The same failure with a human-readable message: what could not be written, and why. */
    public static IOException of(String what, IOException cause) {
        return new IOException(what + " cannot be written: " + reason(cause), cause);
    }

    /** The same for what a library throws: the reason is the failure below it, if there is one. */
    public static IOException of(String what, RuntimeException cause) {
        for (Throwable below = cause.getCause(); below != null; below = below.getCause()) {
            if (below instanceof IOException failure) {
                return of(what, failure);
            }
        }
        return new IOException(what + " cannot be written: " + cause.getMessage(), cause);
    }

    /** The same for a place that is named before the message. One that is human-readable already stays as it is. */
    static IOException of(IOException cause) {
        return cause instanceof FileSystemException
                ? new IOException("cannot be written: " + reason(cause), cause)
                : cause;
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return denied.getFile() == null
                    ? "permission denied"
                    : "permission denied for " + HiddenPlace.withoutHidden(denied.getFile());
        }
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return ((FileSystemException) cause).getFile() + " is a file, expected a folder";
        }
        if (cause instanceof NoSuchFileException missing) {
            if (missing.getFile() == null) {
                return "there is no such folder";
            }
            String folder = HiddenPlace.withoutHidden(missing.getFile());
            return (Files.isDirectory(Path.of(folder)) ? "nothing can be made in " : "there is no folder ") + folder;
        }
        if (cause instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason().toLowerCase(Locale.ROOT);
        }
        return cause.getMessage() == null ? "unknown reason" : cause.getMessage();
    }
}
