package ganglion.report.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import ganglion.documents.output.Checksum;
import ganglion.documents.output.OwnFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a directory is recognised that Ganglion wrote, and what is in it that Ganglion did not write: such a directory may be
 * replaced only if nothing of anybody else would be lost.
 *
 * @param what the directory in a word or two, such as "run directory"
 * @param document name of the document that tells what the directory is, and lists its files under {@code files}
 * @param format value of {@code format} in that document
 * @param version the newest {@code formatVersion} of it that is known: what a later Ganglion writes, nobody here can judge
 * @param names names of files that are not in the list
 * @param listed names that Ganglion gives to the files of the list: anybody can write another name into a document
 * @param nested start of the names of directories in it that are of the same kind; empty if there are none
 */
public record OwnDirectory(
        String what, String document, String format, int version, Set<String> names, Pattern listed, String nested) {

    /** What the file managers of macOS and Windows leave wherever someone has looked. */
    public static final Set<String> OF_FILE_MANAGERS = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

    private static final String NOT_OURS = "which Ganglion did not write";
    private static final String UNLISTED = " in which Ganglion lists it (earlier versions wrote none)";
    private static final String CHANGED = "which was changed since Ganglion wrote it";

    public OwnDirectory {
        names = Set.copyOf(names);
    }

    /** A directory without directories of the same kind. */
    public OwnDirectory(String what, String document, String format, int version, Set<String> names, Pattern listed) {
        this(what, document, format, version, names, listed, "");
    }

    /** Whether Ganglion wrote a directory: the first field of its document says so. */
    public boolean is(Path directory) {
        return JsonDocument.isOf(directory.resolve(document), format);
    }

    /** Why a directory may not be replaced, as the end of a line that begins with its name; empty if it may. */
    public Optional<String> objection(Path directory) throws IOException {
        if (!is(directory)) {
            return Optional.of(OwnFile.refusal("a " + what + " of Ganglion").getMessage());
        }
        return foreign(directory, directory);
    }

    /**
     * The same where only some files of a directory are replaced, and all others stay: without a document, none of them is Ganglion's.
     *
     * @param replaced names of the files that are replaced
     */
    public Optional<String> objectionTo(Path directory, List<String> replaced) throws IOException {
        Optional<ResultList> list =
                is(directory) ? Optional.of(ResultList.read(directory.resolve(document))) : Optional.empty();
        if (list.isPresent() && list.get().version() > version) {
            return Optional.of(newer(directory, directory, list.get()));
        }
        for (String name : replaced) {
            Path file = directory.resolve(name);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            if (list.isEmpty() && !name.equals(document)) {
                return Optional.of(inTheWay(directory, file, "but no " + document + UNLISTED));
            }
            boolean own = list.isPresent()
                    && (name.equals(document) || list.get().checksums().containsKey(name))
                    && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
            if (!own) {
                return Optional.of(inTheWay(directory, file, NOT_OURS));
            }
            if (list.get().isChanged(file)) {
                return Optional.of(inTheWay(directory, file, CHANGED));
            }
        }
        return Optional.empty();
    }

    /** What is said of the first entry, in the order of names, that Ganglion did not write, or not as it is now. */
    private Optional<String> foreign(Path root, Path directory) throws IOException {
        ResultList list = ResultList.read(directory.resolve(document));
        if (list.version() > version) {
            return Optional.of(newer(root, directory, list));
        }
        Set<String> own = new HashSet<>(names);
        own.add(document);
        list.checksums().keySet().stream().filter(listed.asMatchPredicate()).forEach(own::add);
        own.addAll(OF_FILE_MANAGERS);
        List<Path> entries;
        try (Stream<Path> all = Files.list(directory)) {
            entries = all.sorted().toList();
        }
        for (Path entry : entries) {
            String name = entry.getFileName().toString();
            if (isNested(entry)) {
                Optional<String> within = foreign(root, entry);
                if (within.isPresent()) {
                    return within;
                }
            } else if (!own.contains(name) || !Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(inTheWay(root, entry, NOT_OURS));
            } else if (list.isChanged(entry)) {
                return Optional.of(inTheWay(root, entry, CHANGED));
            }
        }
        return Optional.empty();
    }

    private String newer(Path root, Path directory, ResultList list) {
        return inTheWay(
                root,
                directory.resolve(document),
                "which a newer Ganglion wrote (formatVersion " + list.version() + ", known up to " + version + ")");
    }

    private static String inTheWay(Path root, Path entry, String what) {
        return "holds " + root.relativize(entry) + ", " + what + "; expected it elsewhere, or another --out";
    }

    private boolean isNested(Path entry) {
        return !nested.isEmpty()
                && entry.getFileName().toString().startsWith(nested)
                && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                && is(entry);
    }

    /**
     * What the document of a directory says of the directory. Anybody may have written or damaged it.
     *
     * @param version its {@code formatVersion}; 0 if it has none
     * @param checksums SHA-256 of each file in its list, as it was written, by the name of the file; empty where the document says none
     */
    private record ResultList(long version, Map<String, String> checksums) {

        /** Reads a document, up to where it is damaged if it is. Files that are not in its list count as the user's. */
        static ResultList read(Path document) {
            Map<String, String> checksums = new HashMap<>();
            long version = 0;
            try (JsonParser parser = new JsonFactory().createParser(document.toFile())) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String field = parser.currentName();
                    JsonToken value = parser.nextToken();
                    if (field.equals("files")) {
                        addFiles(parser, checksums);
                    } else if (field.equals("formatVersion") && value == JsonToken.VALUE_NUMBER_INT) {
                        version = parser.getLongValue();
                    } else {
                        parser.skipChildren();
                    }
                }
            } catch (IOException e) {
                return new ResultList(version, checksums);
            }
            return new ResultList(version, checksums);
        }

        private static void addFiles(JsonParser parser, Map<String, String> checksums) throws IOException {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                Map<String, String> texts = new HashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String field = parser.currentName();
                    if (parser.nextToken() == JsonToken.VALUE_STRING) {
                        texts.put(field, parser.getText());
                    }
                    parser.skipChildren();
                }
                if (texts.containsKey("name")) {
                    checksums.put(texts.get("name"), texts.getOrDefault("sha256", ""));
                }
            }
        }

        /** Whether a file in the list is no longer as it was written. */
        boolean isChanged(Path file) throws IOException {
            String written = checksums.getOrDefault(file.getFileName().toString(), "");
            return !written.isEmpty() && !written.equals(Checksum.ofFile(file));
        }
    }
}
