package ganglion.scenario.run;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.ReadFault;
import ganglion.documents.output.HiddenPlace;
import ganglion.kernel.RunState;
import ganglion.kernel.checkpoint.CheckpointException;
import ganglion.kernel.checkpoint.CheckpointFormat;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A checkpoint on disk. A new one replaces the old one atomically once it is complete, so that a killed process leaves one of
 * the two.
 */
final class CheckpointFile {

    private static final int BUFFER_BYTES = 1 << 16;

    /** As the user named it, for messages. */
    private final Path named;

    private final Path file;
    private final CheckpointFormat format;

    CheckpointFile(Path file, CheckpointFormat format) {
        this.named = file;
        this.file = file.toAbsolutePath();
        this.format = format;
    }

    void write(RunState state) throws IOException {
        try (HiddenPlace partial = HiddenPlace.beside(file)) {
            writeThrough(state, partial.path());
            partial.moveTo(file);
        }
    }

    /** On the disk when this returns, so that the move never puts a file without content into place. */
    private void writeThrough(RunState state, Path partial) throws IOException {
        try (FileChannel bytes = FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(bytes), BUFFER_BYTES))) {
            format.write(state, out);
            out.flush();
            bytes.force(true);
        }
    }

    /** @throws InputException if it does not exist, is damaged, or belongs to another network */
    RunState read() throws InputException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw refused("is not a regular file, expected a checkpoint"); // a pipe would be waited for
        }
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
            throw refused("no such file, expected a checkpoint");
        } catch (IOException e) {
            throw refused("cannot be read: " + ReadFault.reason(e));
        }
    }

    private InputException refused(String reason) {
        return new InputException(new Problem(named.toString(), 0, "", reason));
    }
}
