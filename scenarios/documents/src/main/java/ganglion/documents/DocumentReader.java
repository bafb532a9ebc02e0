package ganglion.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

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
        return new InputException(List.of(new Problem(name, message)));
    }

    /** Says what is wrong with a text that is no YAML (1.1, as the parser reads it): what was found where, and what was expected. */
    private static final class YamlFault {

        private static final int LONGEST_EXCERPT = 20;

        /** How far behind the first character of a key the parser looks for its colon, as YAML wants it. */
        private static final int LONGEST_KEY = 1024;

        private YamlFault() {}

        static Problem problem(String file, String text, JsonProcessingException fault) {
            for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
                if (cause instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
                    Mark mark = marked.getProblemMark();
                    return new Problem(file, mark.getLine() + 1, "", message(text, marked, mark));
                }
                if (cause instanceof WatchedText.LongRun run) {
                    return new Problem(file, run.line(), "", run.getMessage());
                }
                if (cause instanceof ReaderException strange) {
                    String found = String.format("found the character U+%04X", strange.getCodePoint());
                    int line = 1
                            + (int) text.codePoints()
                                    .limit(strange.getPosition())
                                    .filter(c -> c == '\n')
                                    .count();
                    return new Problem(
                            file, line, "", "not valid YAML: " + found + ", expected text without control characters");
                }
            }
            return new Problem(
                    file, JsonFault.line(fault), "", "not valid YAML: found something else, expected keys and values");
        }

        private static String message(String text, MarkedYAMLException fault, Mark mark) {
            String found = excerpt(text, mark);
            return "not valid YAML: found " + found + " in column " + (mark.getColumn() + 1)
                    + (isBehindALongKey(fault, mark)
                            ? ", expected a key of at most " + LONGEST_KEY + " characters"
                            : expected(String.valueOf(fault.getProblem()), found, fault.getContextMark()));
        }

        private static boolean isBehindALongKey(MarkedYAMLException fault, Mark mark) {
            Mark begun = fault.getContextMark();
            return begun != null
                    && begun.getLine() == mark.getLine()
                    && mark.getIndex() - begun.getIndex() > LONGEST_KEY
                    && "while scanning a simple key".equals(fault.getContext());
        }

        private static String expected(String problem, String found, Mark begun) {
            if (found.equals("the end of the file") || problem.contains("end of stream")) {
                return ", expected the end of what was begun"
                        + (begun == null ? "" : " in line " + (begun.getLine() + 1));
            }
            if (found.equals("a tab")) {
                return ", expected blanks: tabs do not indent";
            }
            if (problem.contains("cannot start any token")) {
                return ", expected a value that begins with another character, or in quotes";
            }
            if (problem.contains("mapping values are not allowed")) {
                return ", expected one key in a line, and quotes around a text with a colon";
            }
            if (problem.contains("could not find expected ':'")) {
                return ", expected a colon after the key in the line before";
            }
            if (problem.contains("',' or ']'")) {
                return ", expected a comma or ]";
            }
            if (problem.contains("',' or '}'")) {
                return ", expected a comma or }";
            }
            if (problem.contains("<block end>")) {
                return ", expected what begins in the column of the lines above";
            }
            if (problem.contains("escape character")) {
                return ", expected an escape that YAML knows, or single quotes around the text";
            }
            return ", expected keys and values; a text that begins with one of !&*|>%@ needs quotes";
        }

        /** The word at the place of a fault. */
        private static String excerpt(String text, Mark mark) {
            int start = mark.getIndex() >= text.codePointCount(0, text.length())
                    ? text.length()
                    : text.offsetByCodePoints(0, mark.getIndex());
            if (start >= text.length()) {
                return "the end of the file";
            }
            char first = text.charAt(start);
            if (first == '\t') {
                return "a tab";
            }
            if (first == '\n' || first == '\r') {
                return "the end of the line";
            }
            int end = start + 1;
            while (end < text.length() && end - start < LONGEST_EXCERPT && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            return "\"" + text.substring(start, end) + "\"";
        }
    }

    /** Turns the tokens of one document into a tree, counting as it goes. For one use. */
    private static final class TreeBuilder {

        /** A number as JSON and YAML 1.2 write it. YAML 1.1, which the parser follows, takes {@code 1e-3} for a string. */
        private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]*)?[eE][-+]?[0-9]{1,3}");

        private final String file;
        private final String text;
        private final ReadLimits limits;
        private final JsonParser parser;
        private final YAMLParser yaml;
        private final JsonNodeFactory nodes = JsonNodeFactory.instance;
        private final Map<String, Integer> lines = new HashMap<>();
        private final Map<String, Anchored> anchors = new HashMap<>();
        private int values;
        private int place;
        private int placeInCodePoints;

        private record Anchored(JsonNode node, int values) {}

        /** @param yaml the same parser if it reads YAML, else null */
        TreeBuilder(String file, String text, ReadLimits limits, JsonParser parser, YAMLParser yaml) {
            this.file = file;
            this.text = text;
            this.limits = limits;
            this.parser = parser;
            this.yaml = yaml;
        }

        Document build() throws IOException, InputException {
            if (parser.nextToken() == null) {
                throw problem("", "found nothing, expected a document");
            }
            JsonNode root = value("", 1);
            if (parser.nextToken() != null) {
                throw problem("", "found more than one document, expected one");
            }
            return new Document(file, root, lines);
        }

        /** Reads the value whose first token is current. */
        private JsonNode value(String pointer, int depth) throws IOException, InputException {
            lines.putIfAbsent(pointer, line());
            count(pointer, 1);
            if (yaml != null && yaml.isCurrentAlias()) {
                return alias(pointer);
            }
            if (parser.getTypeId() != null) {
                throw problem(pointer, "found the tag \"" + parser.getTypeId() + "\", expected a plain value");
            }
            Object anchor = parser.getObjectId();
            int before = values;
            JsonNode node = switch (parser.currentToken()) {
                case START_OBJECT -> object(pointer, depth);
                case START_ARRAY -> array(pointer, depth);
                default -> scalar(pointer);
            };
            if (anchor != null) {
                anchors.put(anchor.toString(), new Anchored(node, values - before));
            }
            return node;
        }

        private JsonNode alias(String pointer) throws IOException, InputException {
            Anchored anchored = anchors.get(parser.getText());
            if (anchored == null) {
                throw problem(
                        pointer, "found an alias of \"" + parser.getText() + "\", which is not anchored before it");
            }
            count(pointer, anchored.values());
            return anchored.node().deepCopy();
        }

        private ObjectNode object(String pointer, int depth) throws IOException, InputException {
            checkDepth(pointer, depth);
            ObjectNode object = nodes.objectNode();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                String member = JsonPointers.member(pointer, key);
                if (object.has(key)) {
                    throw problem(member, "found the key \"" + key + "\" twice, first in line " + lines.get(member));
                }
                lines.put(member, line());
                parser.nextToken();
                object.set(key, value(member, depth + 1));
            }
            return object;
        }

        private ArrayNode array(String pointer, int depth) throws IOException, InputException {
            checkDepth(pointer, depth);
            ArrayNode array = nodes.arrayNode();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(JsonPointers.element(pointer, array.size()), depth + 1));
            }
            return array;
        }

        private JsonNode scalar(String pointer) throws IOException, InputException {
            return switch (parser.currentToken()) {
                case VALUE_NULL -> nodes.nullNode();
                case VALUE_TRUE -> nodes.booleanNode(true);
                case VALUE_FALSE -> nodes.booleanNode(false);
                case VALUE_NUMBER_INT -> integer(pointer);
                case VALUE_NUMBER_FLOAT -> finite(pointer, number());
                case VALUE_STRING -> string(pointer);
                default -> throw problem(pointer, "found no value, expected one");
            };
        }

        private JsonNode integer(String pointer) throws IOException, InputException {
            return switch (parser.getNumberType()) {
                case INT -> nodes.numberNode(parser.getIntValue());
                case LONG -> nodes.numberNode(parser.getLongValue());
                default -> throw problem(pointer, "found " + shortened(parser.getText()) + ", a number beyond 64 bits");
            };
        }

        /** The number that is current: not a number for the words of YAML for what is not finite. */
        private double number() throws IOException {
            try {
                return parser.getDoubleValue();
            } catch (JsonProcessingException e) {
                return Double.NaN;
            }
        }

        private JsonNode finite(String pointer, double number) throws IOException, InputException {
            if (!Double.isFinite(number)) {
                throw problem(pointer, "found " + shortened(parser.getText()) + ", expected a finite number");
            }
            return nodes.numberNode(number);
        }

        private JsonNode string(String pointer) throws IOException, InputException {
            String content = parser.getText();
            if (yaml != null && NUMBER.matcher(content).matches() && !isQuoted()) {
                return finite(pointer, new BigDecimal(content).doubleValue());
            }
            return nodes.textNode(content);
        }

        private boolean isQuoted() {
            // The parser counts code points. From one value to the next, so that the time for all grows with the text
            // only.
            int codePoint = (int) parser.currentTokenLocation().getCharOffset();
            place = text.offsetByCodePoints(place, codePoint - placeInCodePoints);
            placeInCodePoints = codePoint;
            char first = text.charAt(place);
            return !(first == '+' || first == '-' || Character.isDigit(first));
        }

        private void checkDepth(String pointer, int depth) throws InputException {
            if (depth > limits.depth()) {
                throw problem(
                        pointer, "found more than " + limits.depth() + " levels of nesting, the most that is read");
            }
        }

        private void count(String pointer, int more) throws InputException {
            values += more;
            if (values > limits.values()) {
                throw problem(pointer, "found more than " + limits.values() + " values, the most that is read");
            }
        }

        private int line() {
            return Math.max(0, parser.currentTokenLocation().getLineNr());
        }

        private InputException problem(String pointer, String message) {
            return new InputException(List.of(new Problem(file, line(), pointer, message)));
        }

        private static String shortened(String content) {
            return content.length() <= 40 ? content : content.substring(0, 40) + "...";
        }
    }
}
