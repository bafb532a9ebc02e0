package ganglion.scenario.run;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.ReadFault;
import ganglion.kernel.RunState;
import ganglion.kernel.checkpoint.CheckpointException;
import ganglion.kernel.checkpoint.CheckpointFormat;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A checkpoint on disk. A new one replaces the old one atomically once it is complete, so that a killed process leaves one of
 * the two.
 */
final class CheckpointFile {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final CheckpointFormat format;

    CheckpointFile(Path file, CheckpointFormat format) {
        this.file = file.toAbsolutePath();
        this.format = format;
    }

    void write(RunState state) throws IOException {
        // One fixed name, so that the next checkpoint overwrites what a killed process left behind.
        Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
        Files.createDirectories(file.getParent());
        try (FileOutputStream bytes = new FileOutputStream(partial.toFile());
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(bytes, BUFFER_BYTES))) {
            format.write(state, out);
            out.flush();
            bytes.getFD().sync();
        } catch (IOException e) {
            Files.deleteIfExists(partial);
            throw e;
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** @throws InputException if it does not exist, is damaged, or belongs to another network */
    RunState read() throws InputException {
        try (InputStream bytes = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(new BufferedInputStream(bytes, BUFFER_BYTES))) {
            RunState state = format.read(in);
            if (in.read() >= 0) {
                throw refused("goes on after its end");
            }
            return state;
        } catch (CheckpointException e) {
            throw refused(e.getMessage());
        } catch (NoSuchFileException e) {
            throw refused("no such file");
        } catch (IOException e) {
            throw refused("cannot be read: " + ReadFault.reason(e));
        }
    }

    private InputException refused(String reason) {
        return new InputException(new Problem(file.toString(), 0, "", reason));
    }
}
