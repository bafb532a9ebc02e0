package ganglion.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads YAML, or JSON where the name ends in {@code .json}, into a tree. Refuses what exceeds its {@link ReadLimits},
 * repeated keys, tags of types, unknown aliases and more than one document in a file. Safe to share between threads.
 */
public final class DocumentReader {

    private final ReadLimits limits;
    private final JsonFactory json = new JsonFactory();
    private final YAMLFactory yaml;

    /** A reader with the default limits. */
    public DocumentReader() {
        this(ReadLimits.DEFAULT);
    }

    /** A reader with other limits than the usual ones. */
    public DocumentReader(ReadLimits limits) {
        this.limits = limits;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(limits.bytes());
        // One more than ours, so that ours is met first and its message is given.
        options.setNestingDepthLimit(limits.depth() + 1);
        this.yaml = YAMLFactory.builder()
                .loaderOptions(options)
                // Only true and false are truth values: a population may be named "on".
                .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                .build();
    }

    /**
     * Reads a file.
     *
     * @throws InputException if it cannot be read, with one problem
     */
    public Document read(Path file) throws InputException {
        String name = file.toString();
        if (isNamedPipe(file)) {
            throw refusal(name, "found a named pipe or a device, expected a file");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return read(name, stream.readNBytes(limits.bytes() + 1));
        } catch (NoSuchFileException e) {
            throw refusal(name, "there is no such file");
        } catch (IOException e) {
            throw refusal(
                    name,
                    Files.isDirectory(file)
                            ? "found a folder, expected a file"
                            : "cannot be read: " + ReadFault.reason(e));
        }
    }

    /** Opening a pipe waits for somebody who writes to it. One that a shell has opened ({@code <(command)}) has a writer. */
    private static boolean isNamedPipe(Path file) {
        try {
            Path absolute = file.toAbsolutePath().normalize();
            boolean opened = absolute.startsWith("/dev") || absolute.startsWith("/proc");
            return !opened
                    && Files.readAttributes(file, BasicFileAttributes.class).isOther();
        } catch (IOException e) {
            return false; // told when it is opened
        }
    }

    /**
     * Reads what is in memory already.
     *
     * @param name for messages; {@code .json} at its end means JSON
     * @throws InputException if it cannot be read, with one problem
     */
    public Document read(String name, byte[] content) throws InputException {
        if (content.length > limits.bytes()) {
            throw refusal(name, "found more than " + limits.bytes() + " bytes, the most that is read");
        }
        String text = decode(name, content);
        boolean isJson = name.toLowerCase(Locale.ROOT).endsWith(".json");
        try (JsonParser parser = isJson ? json.createParser(text) : yaml(text)) {
            return new TreeBuilder(name, text, limits, parser, isJson ? null : (YAMLParser) parser).build();
        } catch (JsonProcessingException e) {
            throw new InputException(
                    isJson
                            ? new Problem(name, JsonFault.line(e), "", JsonFault.message(e))
                            : YamlFault.problem(name, text, e));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private YAMLParser yaml(String text) throws IOException {
        WatchedText watched = new WatchedText(text);
        YAMLParser parser = yaml.createParser(watched);
        watched.watch(parser);
        return parser;
    }

    private static String decode(String name, byte[] content) throws InputException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refusal(name, "found bytes that are not UTF-8, expected text");
        }
    }

    private static InputException refusal(String name, String message) {
        return new InputException(List.of(new Problem(name, 0, "", message)));
    }
}
