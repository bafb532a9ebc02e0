package ganglion.report.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Writes a directory that others see complete or not at all. The files go to a hidden sibling first, on the same file
 * system, and one rename puts them into place; if anything fails, the sibling is deleted and an existing directory stays.
 * A process that is killed leaves at most hidden siblings; killed between the two renames of a replacement, the old
 * directory is one of them.
 */
public final class DirectoryPublisher {

    private static final int MOST_NAMES = 10_000;

    private final Predicate<Path> replaceable;

    /** @param replaceable whether an existing directory may be replaced when asked, because Ganglion wrote it */
    public DirectoryPublisher(Predicate<Path> replaceable) {
        this.replaceable = replaceable;
    }

    /** Writes the files of a directory. */
    @FunctionalInterface
    public interface Content {

        /** @param directory empty, and complete once this returns without an exception */
        void writeInto(Path directory) throws IOException;
    }

    /**
     * Writes a directory and puts it into place.
     *
     * @return where it is: {@code target}, or another name if that exists
     * @throws IOException with a human-readable message if nothing was written
     */
    public Path publish(Path target, IfExists ifExists, Content content) throws IOException {
        Path place = target.toAbsolutePath().normalize();
        if (place.getFileName() == null) {
            throw new IOException("the run directory cannot be written: " + target + " has no name");
        }
        Path partial = HiddenSibling.of(place);
        try {
            HiddenSibling.makeFolderOf(place);
            checkReplaceable(place, ifExists);
            Files.createDirectory(partial);
            content.writeInto(partial);
            return ifExists == IfExists.REPLACE ? replace(partial, place) : moveToFreeName(partial, place);
        } catch (IOException e) {
            throw WriteProblem.of("the run directory", e);
        } catch (UncheckedIOException e) {
            throw WriteProblem.of("the run directory", e.getCause());
        } finally {
            HiddenSibling.delete(partial);
        }
    }

    private void checkReplaceable(Path place, IfExists ifExists) throws IOException {
        if (ifExists == IfExists.REPLACE && !isFree(place) && !replaceable.test(place)) {
            throw new IOException(place + " is no run directory of Ganglion and stays as it is");
        }
    }

    private static Path moveToFreeName(Path partial, Path place) throws IOException {
        for (int number = 1; number <= MOST_NAMES; number++) {
            Path candidate = number == 1 ? place : place.resolveSibling(place.getFileName() + "-" + number);
            if (isFree(candidate) && movedTo(partial, candidate)) {
                return candidate;
            }
        }
        throw new IOException("all names from " + place.getFileName() + " to " + place.getFileName() + "-" + MOST_NAMES
                + " are taken");
    }

    /** Moves, unless another process has taken the name since the check. */
    private static boolean movedTo(Path partial, Path candidate) throws IOException {
        try {
            Files.move(partial, candidate, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            if (isFree(candidate)) {
                throw e;
            }
            return false;
        }
    }

    private static Path replace(Path partial, Path place) throws IOException {
        if (isFree(place)) {
            Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
            return place;
        }
        Path old = HiddenSibling.of(place);
        Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        HiddenSibling.delete(old);
        return place;
    }

    /** Whether there is nothing, or an empty directory, which a rename may replace. */
    private static boolean isFree(Path place) throws IOException {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(place)) {
            return entries.findAny().isEmpty();
        }
    }
}
