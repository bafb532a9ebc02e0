package ganglion.cli.chaos;

import java.io.File;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What was seen in a folder: names, and how much it held. */
final class Traces {

    private final Set<String> names = new HashSet<>();
    private long mostBytes;
    private long largestBytes;

    /** Looks at the folder once more. */
    void look(Path folder) {
        mostBytes = Math.max(mostBytes, look(folder.toFile()));
    }

    /** Files come and go meanwhile: one that is gone counts for nothing. */
    private long look(File folder) {
        File[] files = folder.listFiles();
        long bytes = 0;
        for (File file : files == null ? new File[0] : files) {
            names.add(file.getPath());
            long size = file.isDirectory() ? look(file) : file.length();
            largestBytes = Math.max(largestBytes, file.isDirectory() ? 0 : size);
            bytes += size;
        }
        return bytes;
    }

    int count() {
        return names.size();
    }

    /** Size of the largest file. */
    long largestBytes() {
        return largestBytes;
    }

    /** The most that all files held at once. */
    long mostBytes() {
        return mostBytes;
    }
}
