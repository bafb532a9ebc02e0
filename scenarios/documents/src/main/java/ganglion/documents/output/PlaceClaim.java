package ganglion.documents.output;

import ganglion.documents.OutputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right of one process to write to a place until it closes the claim. Another one that wants to write there meanwhile is
 * told so. The claim is an empty file that stays locked; the system frees the lock when the process ends, however it ends. Folders
 * that are made for the place and are empty in the end are deleted.
 */
public final class PlaceClaim implements AutoCloseable {

    private static final int MOST_TRIES = 1000;

    private static final Set<PlaceClaim> OPEN = ConcurrentHashMap.newKeySet();

    /** The lock files of this process: a second channel to one of them would, once closed, free the lock of the first. */
    private static final Set<Path> RESERVED = ConcurrentHashMap.newKeySet();

    /** Name of what is claimed in the folder of the lock; empty if it is that folder. */
    private final String name;

    private final Path file;
    private final FileChannel channel;
    private final List<Path> made;

    private PlaceClaim(String name, Path file, FileChannel channel, List<Path> made) {
        this.name = name;
        this.file = file;
        this.channel = channel;
        this.made = made;
    }

    /**
     * Claims a directory or file that is to be put into place as a whole. The lock lies beside it. What a killed process has left of it is
     * cleared.
     *
     * @param place as the user named it; a symbolic link is followed
     * @throws OutputException saying in one line that another process writes there, or that nobody can
     */
    public static PlaceClaim beside(Path place) throws OutputException {
        return tryBeside(place).orElseThrow(() -> taken(place));
    }

    /**
     * The same.
     *
     * @return empty if another process, or this one, writes there
     */
    public static Optional<PlaceClaim> tryBeside(Path place) throws OutputException {
        try {
            Path followed = followed(place);
            if (followed.getFileName() == null) {
                throw new IOException("cannot be written: it has no name");
            }
            return claim(followed.getParent(), followed.getFileName().toString());
        } catch (IOException e) {
            throw new OutputException(place, WriteProblem.of(e));
        }
    }

    /**
     * Claims a folder whose files are written one by one. The lock lies in it; the folder is made.
     *
     * @throws OutputException saying in one line that another process writes there, or that nobody can
     */
    public static PlaceClaim within(Path folder) throws OutputException {
        return tryWithin(folder).orElseThrow(() -> taken(folder));
    }

    /**
     * The same.
     *
     * @return empty if another process, or this one, writes there
     */
    public static Optional<PlaceClaim> tryWithin(Path folder) throws OutputException {
        try {
            return claim(followed(folder), "");
        } catch (IOException e) {
            throw new OutputException(folder, WriteProblem.of(e));
        }
    }

    /**
     * Where something is written that the user named.
     *
     * @throws IOException saying in one line that it is a symbolic link to nothing
     */
    public static Path followed(Path named) throws IOException {
        Path place = named.toAbsolutePath().normalize();
        if (!Files.isSymbolicLink(place)) {
            return place;
        }
        try {
            return place.toRealPath();
        } catch (NoSuchFileException e) {
            throw new IOException("is a symbolic link to " + Files.readSymbolicLink(place) + ", which is not there", e);
        }
    }

    private static OutputException taken(Path place) {
        return new OutputException(
                place.toString(),
                new IOException("another process of Ganglion is writing there, expected its end, or another --out"));
    }

    private static Optional<PlaceClaim> claim(Path folder, String name) throws IOException {
        List<Path> made = new ArrayList<>();
        for (Path part = folder; part != null && isMissing(part); part = part.getParent()) {
            made.add(part);
        }
        try {
            FileTrees.makeFolder(folder);
            Path file = folder.toRealPath().resolve((name.isEmpty() ? "" : "." + name) + HiddenPlace.LOCK);
            Optional<PlaceClaim> claim = reserved(file).map(channel -> new PlaceClaim(name, file, channel, made));
            claim.ifPresent(OPEN::add);
            claim.ifPresent(PlaceClaim::clear);
            return claim;
        } catch (IOException e) {
            deleteEmpty(made);
            throw e;
        }
    }

    /** A link to nothing is not missing: it is not ours to delete. */
    private static boolean isMissing(Path folder) {
        return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    }

    private static Optional<FileChannel> reserved(Path file) throws IOException {
        if (!RESERVED.add(file)) {
            return Optional.empty();
        }
        Optional<FileChannel> locked = Optional.empty();
        try {
            locked = locked(file);
        } finally {
            if (locked.isEmpty()) {
                RESERVED.remove(file);
            }
        }
        return locked;
    }

    /** Tries again where the owner deletes the file before it is locked here. */
    private static Optional<FileChannel> locked(Path file) throws IOException {
        for (int tries = 1; ; tries++) {
            FileChannel channel = null;
            boolean kept = false;
            try {
                make(file);
                Optional<Object> key = keyOf(file);
                channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                if (!isLocked(channel)) {
                    return Optional.empty();
                }
                kept = keyOf(file).equals(key);
                if (kept) {
                    return Optional.of(channel);
                }
            } catch (NoSuchFileException e) {
                // Some folders of the system are there, and yet no file can be made in them.
                if (isMissing(file.getParent()) || tries == MOST_TRIES) {
                    throw e;
                }
            } finally {
                if (channel != null && !kept) {
                    channel.close();
                }
            }
        }
    }

    private static void make(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // Another process has it, or one that was killed has left it.
            return;
        }
    }

    /** What the file system knows a lock file by, whatever its name; empty if it gives no keys. */
    private static Optional<Object> keyOf(Path file) throws IOException {
        BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!about.isRegularFile() || about.size() > 0) {
            throw new IOException("cannot be written: found " + file
                    + ", which is not a lock of Ganglion and stays as it is; expected an empty file or nothing there");
        }
        return Optional.ofNullable(about.fileKey());
    }

    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            return true; // a file system without locks keeps nobody from working
        }
    }

    private void clear() {
        if (!name.isEmpty()) {
            HiddenPlace.clear(file.resolveSibling(name));
        }
    }

    /** Deletes what this process would leave behind, before it ends. No result is moved into place any more. */
    public static void clearAtEnd() {
        MoveGate.closeForGood();
        HiddenPlace.closeAll();
        List.copyOf(OPEN).forEach(claim -> {
            claim.clear();
            claim.close();
        });
    }

    @Override
    public void close() {
        if (!OPEN.remove(this)) {
            return;
        }
        try {
            // First, so that nobody finds it unlocked.
            Files.deleteIfExists(file);
            channel.close();
        } catch (IOException e) {
            // A lock file that is left over is free.
            return;
        } finally {
            RESERVED.remove(file);
            deleteEmpty(made);
        }
    }

    /** @param folders the innermost first */
    private static void deleteEmpty(List<Path> folders) {
        for (Path folder : folders) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                // Results are in it.
                return;
            }
        }
    }
}
