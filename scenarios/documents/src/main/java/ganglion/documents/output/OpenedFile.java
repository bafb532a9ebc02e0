package ganglion.documents.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file that is opened to be locked.
 *
 * @param channel to it
 * @param key what the file system knows the file by, whatever its name
 * @param made whether the file was made
 */
record OpenedFile(FileChannel channel, Object key, boolean made) {

    /**
     * Windows gives files no keys, and lets a file be deleted while it is open. So one process may open a file just before its
     * owner deletes it, and lock what has no name any more. If a third process then makes the file anew, both go on. That is no
     * worse than on a file system without locks.
     */
    private static final Object NO_KEY = "";

    /** The key of a file that was deleted after it was opened. */
    private static final Object GONE = new Object();

    /**
     * Opens a file, or makes it.
     *
     * @return empty if the file came or went meanwhile
     * @throws IOException if the file can be neither opened nor made
     */
    static Optional<OpenedFile> of(Path file) throws IOException {
        Optional<Object> before = keyOf(file);
        try {
            return Optional.of(
                    before.isPresent()
                            ? new OpenedFile(open(file, StandardOpenOption.WRITE), before.get(), false)
                            : made(file));
        } catch (FileAlreadyExistsException e) {
            return Optional.empty();
        } catch (NoSuchFileException e) {
            if (before.isEmpty()) {
                throw e; // no file can be made there
            }
            return Optional.empty();
        }
    }

    private static OpenedFile made(Path file) throws IOException {
        FileChannel channel = open(file, StandardOpenOption.CREATE_NEW);
        try {
            return new OpenedFile(channel, keyOf(file).orElse(GONE), true);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static FileChannel open(Path file, OpenOption how) throws IOException {
        Set<OpenOption> options = new HashSet<>(List.of(how, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        return FileChannel.open(file, options);
    }

    /** Empty if there is no such file. */
    private static Optional<Object> keyOf(Path file) throws IOException {
        try {
            BasicFileAttributes about =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!about.isRegularFile() || about.size() > 0) {
                throw new IOException(
                        "cannot be written: found " + file
                                + ", which is not a lock of Ganglion and stays as it is; expected an empty file or nothing there");
            }
            return Optional.of(about.fileKey() == null ? NO_KEY : about.fileKey());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Whether a name is still that of the opened file. */
    boolean isStill(Path file) throws IOException {
        return keyOf(file).filter(key::equals).isPresent();
    }
}
