package ganglion.report.session;

import ganglion.documents.OutputException;
import ganglion.documents.output.FileTrees;
import ganglion.documents.output.Leftovers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Where a run writes what does not fit into memory, until it is linked into the run directory: a hidden folder beside that
 * directory. A run that continues from a checkpoint finds it by its name.
 *
 * @param path the folder
 */
record RecordingFolder(Path path) {

    static RecordingFolder beside(Path runDirectory) {
        return new RecordingFolder(runDirectory.resolveSibling("." + runDirectory.getFileName() + Leftovers.RECORDING));
    }

    /** @throws OutputException if there is a link, through which files elsewhere would be replaced */
    void check() throws OutputException {
        if (Files.isSymbolicLink(path)) {
            throw new OutputException(
                    path.toString(), new IOException("is a symbolic link, expected a folder of recordings or nothing"));
        }
    }

    /** Deletes the folder and what is in it. */
    void delete() {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            FileTrees.delete(path);
        }
    }
}
