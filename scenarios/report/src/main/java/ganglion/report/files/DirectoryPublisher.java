package ganglion.report.files;

import ganglion.documents.OutputException;
import ganglion.documents.output.HiddenPlace;
import ganglion.documents.output.PlaceClaim;
import ganglion.documents.output.WriteProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes a directory that others see complete or not at all. The files go to a hidden sibling first, on the same file
 * system, and one rename puts them into place; if anything fails, the sibling is deleted and an existing directory stays.
 */
public final class DirectoryPublisher {

    /** Directories of one name that are begun in the same second. */
    static final int MOST_NAMES = 10_000;

    private final OwnDirectory kind;

    /** @param kind what is written: an existing directory of this kind may be replaced when asked */
    public DirectoryPublisher(OwnDirectory kind) {
        this.kind = kind;
    }

    /** What is at the place may not be replaced. The message says all. */
    private static final class Objection extends IOException {

        private static final long serialVersionUID = 1;

        Objection(String message) {
            super(message);
        }
    }

    /** Writes the files of a directory. */
    @FunctionalInterface
    public interface Content {

        /** @param directory empty, and complete once this returns without an exception */
        void writeInto(Path directory) throws IOException;
    }

    /**
     * Looks whether a directory may be written, before the work whose results go there.
     *
     * @throws OutputException saying in one line what is in the way
     */
    public void check(Path target, IfExists ifExists) throws OutputException {
        try {
            checkOutside(target);
            if (ifExists == IfExists.REPLACE) {
                checkReplaceable(target);
            }
        } catch (IOException e) {
            throw new OutputException(target, e);
        }
    }

    /**
     * Writes a directory and puts it into place.
     *
     * @param target its place; a symbolic link to a directory that is replaced is followed
     * @return where it is: {@code target}, or another name beside it if that exists
     * @throws IOException with a human-readable message if nothing was written
     */
    public Path publish(Path target, IfExists ifExists, Content content) throws IOException {
        Path place = ifExists == IfExists.REPLACE
                ? PlaceClaim.followed(target)
                : target.toAbsolutePath().normalize();
        if (place.getFileName() == null) {
            throw new IOException("the " + kind.what() + " cannot be written: " + target + " has no name");
        }
        if (ifExists == IfExists.REPLACE) {
            checkReplaceable(target);
        }
        try (HiddenPlace partial = HiddenPlace.beside(place)) {
            Files.createDirectory(partial.path());
            content.writeInto(partial.path());
            if (ifExists == IfExists.TAKE_ANOTHER_NAME) {
                return target.resolveSibling(moveToFreeName(partial, place).getFileName());
            }
            replace(partial, target, place);
            return target;
        } catch (Objection e) {
            throw e;
        } catch (IOException e) {
            throw WriteProblem.of("the " + kind.what(), e);
        } catch (UncheckedIOException e) {
            throw WriteProblem.of("the " + kind.what(), e.getCause());
        }
    }

    /** A directory within another of its kind would keep that from being replaced. */
    private void checkOutside(Path target) throws IOException {
        Path place = PlaceClaim.followed(target);
        for (Path around = place.getParent(); around != null; around = around.getParent()) {
            if (kind.is(around)) {
                throw new Objection("lies in the " + kind.what() + " " + around + ", expected another --out");
            }
        }
    }

    private void checkReplaceable(Path target) throws IOException {
        Path place = PlaceClaim.followed(target);
        if (isFree(place)) {
            return;
        }
        Optional<String> objection = kind.objection(place);
        if (objection.isPresent()) {
            throw new Objection(objection.get());
        }
    }

    private static Path moveToFreeName(HiddenPlace partial, Path place) throws IOException {
        for (int number = 1; number <= MOST_NAMES; number++) {
            Path candidate = numbered(place, number);
            if (isFree(candidate) && movedTo(partial, candidate)) {
                return candidate;
            }
        }
        throw new IOException("all names from " + place.getFileName() + " to " + place.getFileName() + "-" + MOST_NAMES
                + " are taken");
    }

    /** The first, second, third of the names that a directory may get. */
    static Path numbered(Path place, int number) {
        return number == 1 ? place : place.resolveSibling(place.getFileName() + "-" + number);
    }

    /** Moves, unless another process has taken the name since the check. */
    private static boolean movedTo(HiddenPlace partial, Path candidate) throws IOException {
        try {
            partial.moveTo(candidate);
            return true;
        } catch (IOException e) {
            if (isFree(candidate)) {
                throw e;
            }
            return false;
        }
    }

    /** Looks again, because someone may have put a file there while the content was written. */
    private void replace(HiddenPlace partial, Path target, Path place) throws IOException {
        checkReplaceable(target);
        if (isFree(place)) {
            partial.moveTo(place);
        } else {
            partial.moveInPlaceOf(place);
        }
    }

    /** Whether there is nothing, or an empty directory, which a rename may replace. */
    static boolean isFree(Path place) throws IOException {
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
