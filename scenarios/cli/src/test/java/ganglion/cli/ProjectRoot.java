package ganglion.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project lies, whatever directory the tests were started in. */
public final class ProjectRoot {

    private ProjectRoot() {}

    /** The nearest directory upwards that holds the launcher. */
    public static Path find() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(directory.resolve("ganglion"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException("the tests run outside the project");
            }
        }
        return directory;
    }
}
