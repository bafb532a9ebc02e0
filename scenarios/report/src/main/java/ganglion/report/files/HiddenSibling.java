package ganglion.report.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The hidden place where a file or directory is written before it is moved to its name. It is in the same folder, so that the move is a
 * rename on one file system. */
final class HiddenSibling {

    private static final Pattern HIDDEN = Pattern.compile("\\..*-[0-9a-f-]{36}\\.tmp");

    private HiddenSibling() {}

    /** A name that no other file has. */
    static Path of(Path place) {
        return place.resolveSibling("." + place.getFileName() + "-" + UUID.randomUUID() + ".tmp");
    }

    /** The folder of a hidden sibling, which users do not know, for a message about a failure; other files as they are. */
    static String withoutHidden(String file) {
        Path path = Path.of(file);
        for (Path part = path; part != null; part = part.getParent()) {
            if (part.getFileName() != null
                    && HIDDEN.matcher(part.getFileName().toString()).matches()) {
                return String.valueOf(part.getParent());
            }
        }
        return file;
    }

    /** Makes the folder of a place, unless it exists. */
    static void makeFolderOf(Path place) throws IOException {
        // Java 17 refuses to "create" a folder that is there as a symbolic link; so look first.
        if (!Files.isDirectory(place.getParent())) {
            Files.createDirectories(place.getParent());
        }
    }

    /** Deletes as much as possible. A failure here must not hide the failure before it. */
    static void delete(Path root) {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // The rest is hidden and does no harm.
            return;
        }
    }
}
