package ganglion.cochlea.data;

import ganglion.documents.FolderWalk;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/** Finds sound files: by name, in folders, by pattern, in one folder per class. Always in the order of their paths. */
public final class SoundFolders {

    /** Most files of one data set, and most files and folders that are looked at to find them. */
    public static final int MOST_FILES = 1_000_000;

    private static final Set<String> EXTENSIONS =
            Set.of("wav", "wave", "flac", "aif", "aiff", "aifc", "au", "snd", "ogg", "oga", "mp3");
    private static final String NO_CLASS = "_";
    private static final String PATTERN_CHARACTERS = "*?[{";

    private SoundFolders() {}

    /**
     * The sound files that a word of the command line stands for: the file of that name, all sound files in and below the
     * folder of that name, or those that match a glob (star, double star, question mark, square and curly brackets, as in
     * {@link java.nio.file.FileSystem#getPathMatcher}).
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
            boolean there = path != null && Files.exists(path);
            throw new DataSetException(
                    word, (there ? "is neither a file nor a folder" : "no such file or folder") + ", expected sounds");
        }
        return unlabelled(found(root(word), matcher(word)));
    }

    /**
     * A folder with one folder per class, whose name is the label; sounds lie anywhere below. A folder whose name begins with an
     * underscore is no class, such as {@code _background_noise_} of the Speech Commands.
     *
     * @throws DataSetException if there are no labelled sounds, or too many
     */
    public static List<SoundFile> byClass(Path folder) throws DataSetException {
        List<SoundFile> sounds = new ArrayList<>();
        for (Path file : found(folder, SoundFolders::isSound)) {
            Path relative = folder.relativize(file);
            String label = relative.getName(0).toString();
            if (relative.getNameCount() > 1 && !label.startsWith(NO_CLASS)) {
                sounds.add(new SoundFile(file, label));
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
        List<Path> files;
        try {
            files = FolderWalk.filesByLinks(folder, most, wanted);
        } catch (InputException e) {
            Problem problem = e.problems().get(0);
            throw new DataSetException(problem.file(), problem.message(), e);
        }
        if (files.isEmpty()) {
            throw new DataSetException(folder, "found no sounds, expected 1 to " + most + " files");
        }
        return files;
    }
}
