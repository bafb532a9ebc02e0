package ganglion.api;

import ganglion.documents.output.FileTrees;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A folder for temporary files, which is deleted when nothing refers to this any more, and at the latest when the process ends. Thread safe. */
final class TemporaryFolder {

    private static final Cleaner CLEANER = Cleaner.create();
    private static final Set<Runnable> LEFT = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LEFT.forEach(Runnable::run), "ganglion-temporary"));
    }

    private final Path path;
    private final Cleaner.Cleanable cleanable;

    private TemporaryFolder(Path path) {
        this.path = path;
        this.cleanable = whenForgotten(this, () -> FileTrees.delete(path));
    }

    /**
     * Makes one.
     *
     * @param what a word for its name
     */
    static TemporaryFolder create(String what) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("ganglion-" + what + "-"));
    }

    /**
     * Has something done when nothing refers to an object any more, and at the latest when the process ends.
     *
     * @param action done once; must not refer to the owner
     */
    static Cleaner.Cleanable whenForgotten(Object owner, Runnable action) {
        LEFT.add(action);
        return CLEANER.register(owner, () -> {
            LEFT.remove(action);
            action.run();
        });
    }

    /** Where it is. Its files are there as long as something refers to this object. */
    Path path() {
        return path;
    }

    /** Deletes it at once. Deleting it again does nothing. */
    void delete() {
        cleanable.clean();
    }
}
