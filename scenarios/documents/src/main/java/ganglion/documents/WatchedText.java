package ganglion.documents;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;

/**
 * A text for the parser of YAML that ends with a fault once the parser asks for more while it is in the middle of a long run: what it
 * has been given since the last line break and since the last value that it has given back. SnakeYAML looks through a word, a
 * comment or a gap as a whole before it takes it, and copies all of it for each 1,024 characters that it adds, in a time that grows
 * with the square of the run: 4 MiB took ten seconds. The parser takes lists and objects piece by piece, so that their lines may have
 * any length. Not thread-safe.
 */
final class WatchedText extends Reader {

    /** Most characters of a run, give or take the 1,024 that the parser reads at once. 256 of them, all of a file, take half a second. */
    static final int LONGEST_RUN = 1 << 16;

    private final String text;
    private YAMLParser parser;
    private int position;
    private int line = 1;

    /** Code points that the parser has been given, in all and up to the last line break; its own places count code points. */
    private int given;

    private int givenBeforeLine;

    WatchedText(String text) {
        this.text = text;
    }

    /** @param parser the one that reads this text */
    void watch(YAMLParser parser) {
        this.parser = parser;
    }

    /** A run that is too long. */
    static final class LongRun extends IOException {

        private static final long serialVersionUID = 1L;

        private final int line;

        LongRun(int line) {
            super("found more than " + LONGEST_RUN
                    + " characters of one value, comment or gap in a line, expected shorter lines");
            this.line = line;
        }

        /** Number of its line, from 1. */
        int line() {
            return line;
        }
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (given - givenBeforeLine > LONGEST_RUN && given - taken() > LONGEST_RUN) {
            throw new LongRun(line);
        }
        int read = Math.min(length, text.length() - position);
        if (read == 0) {
            return -1;
        }
        text.getChars(position, position + read, target, offset);
        for (int end = position + read; position < end; position++) {
            count(text.charAt(position));
        }
        return read;
    }

    private void count(char character) {
        if (!Character.isLowSurrogate(character)) {
            given++;
        }
        if (character == '\n') {
            line++;
            givenBeforeLine = given;
        }
    }

    /** Code points up to the end of what the parser has last given back. */
    private long taken() {
        JsonLocation location = parser.currentLocation();
        return location == null ? 0 : Math.max(0, location.getCharOffset());
    }

    @Override
    public void close() {
        // A text in memory holds nothing.
    }
}
