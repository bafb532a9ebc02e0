package ganglion.documents;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Collects files in and below a folder, until there is too much to look at, wanted or not, or folders lie too deep. */
public final class FolderWalk extends SimpleFileVisitor<Path> {

    /** Folders within folders. Where symbolic links are followed, a few of them may make a tree of any size. */
    private static final int DEEPEST = 32;

    private final int most;
    private final Predicate<Path> wanted;
    private final List<Path> files = new ArrayList<>();
    private Path tooDeep;
    private int seen;

    private FolderWalk(int most, Predicate<Path> wanted) {
        this.most = most;
        this.wanted = wanted;
    }

    /**
     * The wanted files in and below a folder, in the order of their paths. Links to files count as files.
     *
     * @param most files and folders that are looked at
     * @throws InputException if there are more, folders lie too deep, or one cannot be read
     */
    public static List<Path> files(Path folder, int most, Predicate<Path> wanted) throws InputException {
        return files(folder, Set.of(), most, wanted);
    }

    /** The same, also in folders that symbolic links lead to. */
    public static List<Path> filesByLinks(Path folder, int most, Predicate<Path> wanted) throws InputException {
        return files(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), most, wanted);
    }

    private static List<Path> files(Path folder, Set<FileVisitOption> links, int most, Predicate<Path> wanted)
            throws InputException {
        FolderWalk walk = new FolderWalk(most, wanted);
        try {
            Files.walkFileTree(folder, links, DEEPEST, walk);
        } catch (IOException e) {
            throw refusal(folder, "the folder cannot be read: " + ReadFault.reason(e));
        }
        if (walk.tooDeep != null) {
            throw refusal(walk.tooDeep, "found more than " + DEEPEST + " folders within each other");
        }
        if (walk.seen > most) {
            throw refusal(folder, "found more than " + most + " files and folders, expected fewer");
        }
        walk.files.sort(null);
        return walk.files;
    }

    private static InputException refusal(Path place, String message) {
        return new InputException(place, message);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return ++seen > most ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    /** Also called for a folder at the largest depth, which is not entered. */
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isDirectory()) {
            tooDeep = file;
            return FileVisitResult.TERMINATE;
        }
        boolean regular = attributes.isRegularFile() || attributes.isSymbolicLink() && Files.isRegularFile(file);
        if (regular && wanted.test(file)) {
            files.add(file);
        }
        return ++seen > most ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }
}
