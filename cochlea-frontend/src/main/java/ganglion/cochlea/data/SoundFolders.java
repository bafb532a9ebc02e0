package ganglion.cochlea.data;

import ganglion.documents.ReadFault;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/** Finds sound files: by name, in folders, by pattern, in one folder per class. Always in the order of their paths. */
public final class SoundFolders {

    /** Most files of one data set, and most files and folders that are looked at to find them. */
    public static final int MOST_FILES = 1_000_000;

    /** Folders within folders. Symbolic links are followed, so that a few of them may make a tree of any size. */
    private static final int DEEPEST = 32;

    private static final Set<String> EXTENSIONS =
            Set.of("wav", "wave", "flac", "aif", "aiff", "aifc", "au", "snd", "ogg", "oga", "mp3");
    private static final String PATTERN_CHARACTERS = "*?[{";

    private SoundFolders() {}

    /**
     * The sound files that a word of the command line stands for: the file of that name, all sound files in and below the
     * folder of that name, or those that match a glob (star, double star, question mark, square and curly brackets, as in
     * {@link FileSystems#getPathMatcher}).
     *
     * @throws DataSetException if there are none, or too many
     */
    public static List<SoundFile> find(String word) throws DataSetException {
        Path path = path(word);
        if (path != null && Files.isRegularFile(path)) {
            return List.of(new SoundFile(path, ""));
        }
        if (path != null && Files.isDirectory(path)) {
            return unlabelled(found(path, SoundFolders::isSound));
        }
        if (word.chars().noneMatch(c -> PATTERN_CHARACTERS.indexOf(c) >= 0)) {
            throw new DataSetException(word, "no such file or folder, expected sounds");
        }
        return unlabelled(found(root(word), matcher(word)));
    }

    /**
     * A folder with one folder per class, whose name is the label; sounds lie anywhere below.
     *
     * @throws DataSetException if there are no labelled sounds, or too many
     */
    public static List<SoundFile> byClass(Path folder) throws DataSetException {
        List<SoundFile> sounds = new ArrayList<>();
        for (Path file : found(folder, SoundFolders::isSound)) {
            Path relative = folder.relativize(file);
            if (relative.getNameCount() > 1) {
                sounds.add(new SoundFile(file, relative.getName(0).toString()));
            }
        }
        if (sounds.isEmpty()) {
            throw new DataSetException(folder, "found no sounds in folders, expected one folder per class");
        }
        return sounds;
    }

    private static Path path(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            // On some systems a pattern is not a valid path.
            return null;
        }
    }

    /** The folder that holds all matches: the elements before the first one with a pattern. */
    private static Path root(String word) {
        int pattern = 0;
        while (PATTERN_CHARACTERS.indexOf(word.charAt(pattern)) < 0) {
            pattern++;
        }
        int end = word.lastIndexOf('/', pattern);
        return Path.of(end < 0 ? "" : word.substring(0, end + 1));
    }

    private static Predicate<Path> matcher(String word) throws DataSetException {
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + word);
            return file -> matcher.matches(file) && isSound(file);
        } catch (PatternSyntaxException e) {
            throw new DataSetException(word, "not a pattern for files, expected one such as sounds/**/*.wav", e);
        }
    }

    private static boolean isSound(Path file) {
        String name = file.getFileName().toString();
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static List<SoundFile> unlabelled(List<Path> files) {
        return files.stream().map(file -> new SoundFile(file, "")).toList();
    }

    private static List<Path> found(Path folder, Predicate<Path> wanted) throws DataSetException {
        return found(folder, wanted, MOST_FILES);
    }

    static List<Path> found(Path folder, Predicate<Path> wanted, int most) throws DataSetException {
        Search search = new Search(wanted, most);
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, search);
        } catch (IOException e) {
            throw new DataSetException(folder, "the folder cannot be read: " + ReadFault.reason(e), e);
        }
        if (search.tooDeep != null) {
            throw new DataSetException(search.tooDeep, "found more than " + DEEPEST + " folders within each other");
        }
        if (search.seen > most) {
            throw new DataSetException(folder, "found more than " + most + " files and folders, expected fewer");
        }
        if (search.files.isEmpty()) {
            throw new DataSetException(folder, "found no sounds, expected 1 to " + most + " files");
        }
        search.files.sort(null);
        return search.files;
    }

    /** Collects files until there are too many, or folders lie too deep. */
    private static final class Search extends SimpleFileVisitor<Path> {

        private final Predicate<Path> wanted;
        private final int most;
        private final List<Path> files = new ArrayList<>();
        private Path tooDeep;
        private int seen;

        Search(Predicate<Path> wanted, int most) {
            this.wanted = wanted;
            this.most = most;
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
            if (attributes.isRegularFile() && wanted.test(file)) {
                files.add(file);
            }
            return ++seen > most ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }
    }
}
