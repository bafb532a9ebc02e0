package ganglion.cli.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** File systems in memory. */
final class MemoryDisk {

    private MemoryDisk() {}

    /** Puts one in the place of an empty folder; false if the system does not let us. What is there stays if it is one already. */
    static boolean mount(Path folder, long bytes) throws IOException, InterruptedException {
        if (isMounted(folder)) {
            return resize(folder, bytes);
        }
        return isEmpty(folder)
                && run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "ganglion-chaos", folder.toString());
    }

    static boolean resize(Path folder, long bytes) throws IOException, InterruptedException {
        return isMounted(folder) && run("mount", "-o", "remount,size=" + bytes, folder.toString());
    }

    /** Takes it away with all that is on it. */
    static void unmount(Path folder) throws IOException, InterruptedException {
        if (isMounted(folder) && !run("umount", folder.toString())) {
            throw new IOException(folder + " is in use");
        }
    }

    /** Takes it away, and puts what is on it into the folder below. */
    static void settle(Path folder) throws IOException, InterruptedException {
        if (isMounted(folder)) {
            Path kept = folder.resolveSibling(folder.getFileName() + ".kept");
            Folders.copy(folder, kept);
            unmount(folder);
            Files.move(kept, folder, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isMounted(Path folder) throws IOException {
        return Files.exists(folder) && Files.getFileStore(folder).name().equals("ganglion-chaos");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static boolean run(String... words) throws InterruptedException {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }
}
