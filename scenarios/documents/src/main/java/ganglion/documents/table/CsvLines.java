package ganglion.documents.table;

import ganglion.documents.ReadFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a comma-separated file, one at a time and never longer than a limit, so that a file of any size costs only
 * its longest line. Blank lines and lines that start with {@code #} are passed over. Fields hold numbers and names;
 * quoting is not supported.
 */
public final class CsvLines implements AutoCloseable {

    /** Room for a matrix row of a million numbers. */
    private static final int LONGEST_LINE = 16 << 20;

    private static final int BUFFER_SIZE = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Comments before the first line with content that are kept; a raster of many populations has one for each. */
    private static final int MOST_COMMENTS = 100_000;

    private final BufferedReader reader;
    private final List<String> leadingComments = new ArrayList<>();
    private boolean started;
    private int number;

    /** @throws TableException if the file does not exist or is not to be read */
    public CsvLines(Path file) throws TableException {
        try {
            InputStream bytes = openRegular(file);
            reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), BUFFER_SIZE);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Opens a file, but no folder, pipe or device, which might never end. */
    static InputStream openRegular(Path file) throws IOException, TableException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new TableException("is not a regular file");
        }
        return Files.newInputStream(file);
    }

    static TableException unreadable(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return new TableException("no such file", cause);
        }
        if (cause instanceof CharacterCodingException) {
            return new TableException("found bytes that are not UTF-8, expected text", cause);
        }
        return new TableException("cannot be read: " + ReadFault.reason(cause), cause);
    }

    /** The next line with content, or null at the end of the file. */
    public String next() throws TableException {
        try {
            String line = readLine();
            while (line != null && (line.isBlank() || line.startsWith("#"))) {
                if (!started && !line.isBlank()) {
                    keepComment(line);
                }
                line = readLine();
            }
            started = true;
            return line;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void keepComment(String line) throws TableException {
        if (leadingComments.size() == MOST_COMMENTS) {
            throw problem("found more than " + MOST_COMMENTS + " lines of comments");
        }
        leadingComments.add(line.substring(1).strip());
    }

    /** The comments above the first line with content, without their {@code #}; complete once that line was read. */
    public List<String> leadingComments() {
        return leadingComments;
    }

    /** Number of the line last returned, counted from 1. */
    public int number() {
        return number;
    }

    public TableException problem(String message) {
        return TableException.atLine(number, message);
    }

    private String readLine() throws IOException, TableException {
        StringBuilder line = new StringBuilder();
        number++;
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (line.length() == LONGEST_LINE) {
                throw problem("is longer than " + LONGEST_LINE + " characters");
            }
            line.append((char) c);
            c = reader.read();
        }
        return stripEnds(line);
    }

    private String stripEnds(StringBuilder line) {
        if (number == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK) {
            line.deleteCharAt(0);
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return line.toString();
    }

    @Override
    public void close() throws TableException {
        try {
            reader.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }
}
