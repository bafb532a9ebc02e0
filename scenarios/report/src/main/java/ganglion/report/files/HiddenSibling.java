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

/** Where something grows before it is moved into its place: beside it, so that the move is a rename on one file system. */
final class HiddenSibling {

    private static final Pattern HIDDEN = Pattern.compile("\\..*-[0-9a-f-]{36}\\.tmp");

    private HiddenSibling() {}

    /** A name that nothing has. */
    static Path of(Path place) {
        return place.resolveSibling("." + place.getFileName() + "-" + UUID.randomUUID() + ".tmp");
    }

    /** What a failure is about for people, who never asked for a hidden sibling: the folder that it could not grow in. */
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

    /** Makes the folder of a place, where there is none. */
    static void makeFolderOf(Path place) throws IOException {
        // Java 17 refuses to "create" a folder that is there as a symbolic link; so look first.
        if (!Files.isDirectory(place.getParent())) {
            Files.createDirectories(place.getParent());
        }
    }

    /** Deletes what can be deleted: a failure here must not hide the one that led here. */
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
            // What is left is hidden and harms nobody.
            return;
        }
    }
}
