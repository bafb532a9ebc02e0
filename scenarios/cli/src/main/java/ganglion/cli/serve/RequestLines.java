package ganglion.cli.serve;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines in UTF-8 of a bounded length. After a line that is too long, or is no text, the next one can be read. Not thread safe. */
final class RequestLines {

    /** How messages call the stream. */
    static final String NAME = "standard input";

    /** Bytes of a line, without its end. */
    static final int LONGEST_LINE = 1 << 20;

    private final InputStream in;
    private int number;

    RequestLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** Number of the last line, counted from 1. */
    int number() {
        return number;
    }

    /**
     * Waits for the next line that is not blank; empty at the end of the stream. A last line without an end counts.
     *
     * @throws InputException if the line is too long, or is no text in UTF-8
     * @throws IOException if the stream cannot be read
     */
    Optional<String> next() throws IOException, InputException {
        Optional<String> line = line();
        while (line.isPresent() && line.get().isBlank()) {
            line = line();
        }
        return line;
    }

    private Optional<String> line() throws IOException, InputException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        number++;
        long length = 0;
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (length++ < LONGEST_LINE) {
                bytes.write(next);
            }
        }
        if (length > LONGEST_LINE) {
            throw fault("found a line of " + length + " bytes, expected at most " + LONGEST_LINE);
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            throw fault("found bytes that are no UTF-8");
        }
    }

    private InputException fault(String message) {
        return new InputException(new Problem(NAME, number, "", message));
    }
}
