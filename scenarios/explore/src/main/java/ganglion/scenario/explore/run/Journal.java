package ganglion.scenario.explore.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.report.files.JsonDocument;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a search has done so far: a file of lines of JSON, of which the first says what is searched and each other one holds something that was
 * found, by a key. A line is on disk before the search goes on, so that whatever ends the process, at most the last line is torn; that one is cut off.
 * Thread safe.
 */
final class Journal implements AutoCloseable {

    private static final String FORMAT = "ganglion-exploration-journal";
    private static final int VERSION = 1;
    private static final long MOST_BYTES = 1L << 30;
    private static final String KEY = "key";
    private static final String VALUE = "value";
    private static final ObjectMapper MAPPER =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path file;
    private final FileChannel channel;
    private final Map<String, JsonNode> found = new HashMap<>();

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Begins a journal.
     *
     * @param head what is searched
     * @throws OutputException if it cannot be written
     */
    static Journal begin(Path file, ObjectNode head) throws OutputException {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
            Journal journal = new Journal(file, channel);
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.put("format", FORMAT).put("formatVersion", VERSION);
            line.set("head", head);
            journal.write(line);
            return journal;
        } catch (IOException e) {
            throw new OutputException(file, e);
        }
    }

    /**
     * Goes on with a journal.
     *
     * @param head what is searched now, which must be what was searched when it began
     * @throws InputException if it is no journal, is damaged before its last line, or is of another search, and what is other
     * @throws OutputException if it cannot be opened for writing
     */
    static Journal resume(Path file, ObjectNode head) throws InputException, OutputException {
        try {
            if (!Files.isRegularFile(file)) {
                throw refusal(file, 0, "there is no such file, expected the journal of a search to go on with");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw refusal(file, 0, "found a file of more than " + MOST_BYTES + " bytes, expected a journal");
            }
            byte[] content = Files.readAllBytes(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
            return opened(new Journal(file, channel), content, head);
        } catch (IOException e) {
            throw new OutputException(file, e);
        }
    }

    /** Reads a journal and goes to the end of its whole lines; one that is refused is closed. */
    private static Journal opened(Journal journal, byte[] content, ObjectNode head)
            throws InputException, IOException, OutputException {
        try {
            journal.channel.truncate(journal.read(content, head));
            journal.channel.position(journal.channel.size());
            return journal;
        } catch (InputException | IOException e) {
            journal.close();
            throw e;
        }
    }

    /** Reads all lines and returns the number of bytes of the good ones. */
    private int read(byte[] content, ObjectNode head) throws InputException {
        int good = 0;
        int number = 1;
        for (int at = 0; at < content.length; at++) {
            if (content[at] == '\n') {
                JsonNode line = line(new String(content, good, at - good, StandardCharsets.UTF_8), number);
                if (number == 1) {
                    checkHead(line, head);
                } else {
                    found.put(line.path(KEY).asText(), line.path(VALUE));
                }
                good = at + 1;
                number++;
            }
        }
        if (number == 1) {
            throw refusal(
                    file,
                    1,
                    "found no whole line, expected the journal of a search; if this one was ended before it began,"
                            + " another --out begins anew");
        }
        return good;
    }

    private JsonNode line(String text, int number) throws InputException {
        try {
            JsonNode line = MAPPER.readTree(text);
            if (line != null && line.isObject()) {
                return line;
            }
        } catch (JsonProcessingException e) {
            // told below, with the line
        }
        throw refusal(file, number, "found a damaged line, expected an object of JSON");
    }

    private void checkHead(JsonNode line, ObjectNode head) throws InputException {
        if (!line.path("format").asText().equals(FORMAT)
                || line.path("formatVersion").asInt() > VERSION) {
            throw refusal(file, 1, "found another file, expected a journal of a search up to version " + VERSION);
        }
        JsonNode before = line.path("head");
        if (!before.equals(head)) {
            throw refusal(
                    file,
                    0,
                    "the search has changed since it began: " + changed("", before, head)
                            + " is another; expected the same search, or another --out for a new one");
        }
    }

    /**
     * What was found under a key, now or before.
     *
     * @throws IllegalStateException if it is not of that type
     */
    synchronized <T> Optional<T> find(String key, Class<T> type) {
        try {
            return Optional.ofNullable(MAPPER.treeToValue(found.get(key), type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal holds what is no " + type.getSimpleName(), e);
        }
    }

    /**
     * Adds a record that was found; it is on disk when this returns.
     *
     * @throws OutputException if it cannot be written
     */
    synchronized void add(String key, Object value) throws OutputException {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put(KEY, key).set(VALUE, JsonDocument.bound(value));
        try {
            write(line);
        } catch (IOException e) {
            throw new OutputException(file, e);
        }
        found.put(key, line.path(VALUE));
    }

    /** A line that cannot be written whole is taken back, so that one that another thread writes later does not follow a torn one. */
    private void write(ObjectNode line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        long before = channel.position();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            channel.truncate(before); // moves the position as well
            throw e;
        }
    }

    /** Where two different values first differ. */
    private static String changed(String pointer, JsonNode before, JsonNode now) {
        if (before.isObject() && now.isObject()) {
            Set<String> keys = new TreeSet<>();
            before.fieldNames().forEachRemaining(keys::add);
            now.fieldNames().forEachRemaining(keys::add);
            for (String key : keys) {
                if (!before.path(key).equals(now.path(key))) {
                    return changed(pointer + "/" + key, before.path(key), now.path(key));
                }
            }
        }
        return pointer;
    }

    private static InputException refusal(Path file, int line, String message) {
        return new InputException(new Problem(file.toString(), line, "", message));
    }

    @Override
    public void close() throws OutputException {
        try {
            channel.close();
        } catch (IOException e) {
            throw new OutputException(file, e);
        }
    }
}
