package ganglion.report.files;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Where results go: the folder that the user names, or one below {@code runs/} with the time in its name. */
public final class OutputFolder {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private OutputFolder() {}

    /**
     * The folder for one of the results of a call.
     *
     * @param out the folder that the user named; null if none
     * @param several whether the call has other results, too, so that each needs a folder within
     */
    public static Path of(Path out, String name, boolean several, Instant now) {
        String safe = fileName(name);
        if (out != null) {
            return several ? out.resolve(safe) : out;
        }
        return Path.of("runs", safe + "-" + STAMP.format(now));
    }

    /** A name without anything that could lead out of a folder or hide in it. */
    public static String fileName(String name) {
        String safe = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+", "");
        return safe.isEmpty() ? "run" : safe;
    }
}
