package ganglion.documents;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.zip.ZipException;

/**
 * Explains why a file or folder cannot be read. Java says it by the class of an exception, and often by nothing else. A file is
 * best opened by {@link java.nio.file.Files}: what the classes of {@code java.io} throw is the same for one that is missing, one
 * that is a folder, and one that may not be read.
 */
public final class ReadFault {

    private ReadFault() {}

    /** The reason, in words that fit behind "cannot be read": without the name of the file. */
    public static String reason(IOException fault) {
        if (fault instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (fault instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (fault instanceof NotDirectoryException) {
            return "found a file, expected a folder";
        }
        if (fault instanceof FileSystemLoopException) {
            return "found a link to a folder that it lies in";
        }
        if (fault instanceof CharacterCodingException || fault instanceof CharConversionException) {
            return "found bytes that are not UTF-8, expected text";
        }
        if (fault instanceof ZipException) {
            return "found a damaged archive";
        }
        if (fault instanceof EOFException) {
            return "found the end too soon";
        }
        String said = fault instanceof FileSystemException system ? system.getReason() : fault.getMessage();
        return said == null ? "the system does not say why" : said.toLowerCase(Locale.ROOT);
    }
}
