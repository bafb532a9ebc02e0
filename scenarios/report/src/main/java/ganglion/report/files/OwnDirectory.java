package ganglion.report.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import ganglion.documents.output.OwnFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
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
 * @param names names of files that are not in the list
 * @param listed names that Ganglion gives to the files of the list: anybody can write another name into a document
 * @param nested start of the names of directories in it that are of the same kind; empty if there are none
 */
public record OwnDirectory(
        String what, String document, String format, Set<String> names, Pattern listed, String nested) {

    /** What the file managers of macOS and Windows leave wherever someone has looked. */
    private static final Set<String> OF_FILE_MANAGERS = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

    public OwnDirectory {
        names = Set.copyOf(names);
    }

    /** A directory without directories of the same kind. */
    public OwnDirectory(String what, String document, String format, Set<String> names, Pattern listed) {
        this(what, document, format, names, listed, "");
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
        return foreign(directory)
                .map(file -> "holds " + directory.relativize(file)
                        + ", which Ganglion did not write; expected it elsewhere, or another --out");
    }

    /** The first entry, in the order of names, that Ganglion did not write. */
    private Optional<Path> foreign(Path directory) throws IOException {
        Set<String> own = new HashSet<>(names);
        own.add(document);
        listedIn(directory.resolve(document)).stream()
                .filter(listed.asMatchPredicate())
                .forEach(own::add);
        own.addAll(OF_FILE_MANAGERS);
        List<Path> entries;
        try (Stream<Path> all = Files.list(directory)) {
            entries = all.sorted().toList();
        }
        for (Path entry : entries) {
            String name = entry.getFileName().toString();
            if (isNested(entry)) {
                Optional<Path> within = foreign(entry);
                if (within.isPresent()) {
                    return within;
                }
            } else if (!own.contains(name) || !Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private boolean isNested(Path entry) {
        return !nested.isEmpty()
                && entry.getFileName().toString().startsWith(nested)
                && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                && is(entry);
    }

    /** The names in the list of files of a document; those before the place where it is damaged. */
    private static Set<String> listedIn(Path document) {
        Set<String> listed = new HashSet<>();
        try (JsonParser parser = new JsonFactory().createParser(document.toFile())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean files = parser.currentName().equals("files");
                parser.nextToken();
                if (files) {
                    addNames(parser, listed);
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            // What it does not list is not Ganglion's.
            return listed;
        }
        return listed;
    }

    private static void addNames(JsonParser parser, Set<String> names) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean name = parser.currentName().equals("name");
                JsonToken value = parser.nextToken();
                if (name && value == JsonToken.VALUE_STRING) {
                    names.add(parser.getText());
                }
                parser.skipChildren();
            }
        }
    }
}
