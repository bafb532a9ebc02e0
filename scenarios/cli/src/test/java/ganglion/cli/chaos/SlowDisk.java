package ganglion.cli.chaos;

import ganglion.cli.chaos.Running.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Another disturbance on a slow disk: each rename, deletion and forcing to disk takes long, so that what happens between two of
 * them is hit more often. It needs {@code strace}; without it the disk is as fast as ever.
 */
record SlowDisk(Disturbance other, int delayMicroseconds) implements Disturbance {

    private static final Path STRACE = Path.of("/usr/bin/strace");
    private static final String CALLS = "fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat";

    @Override
    public Launch prepare(Path folder, Reference undisturbed) throws IOException, InterruptedException {
        Launch launch = other.prepare(folder, undisturbed);
        return Files.isExecutable(STRACE)
                // As a grandchild (-D): signals go to the command.
                ? launch.with(
                        STRACE.toString(),
                        "-D",
                        "-f",
                        "-qq",
                        "-o",
                        "/dev/null",
                        "-e",
                        "trace=" + CALLS,
                        "-e",
                        "inject=" + CALLS + ":delay_enter=" + delayMicroseconds)
                : launch;
    }

    @Override
    public void strike(Running process, Reference undisturbed) throws IOException, InterruptedException {
        other.strike(process, undisturbed);
    }

    @Override
    public List<String> broken(Ended ended, Path folder) {
        List<String> own = ended.errors().stream()
                .filter(line -> !line.startsWith(STRACE.toString()))
                .toList();
        return other.broken(new Ended(ended.code(), own, ended.traces(), ended.nanos()), folder);
    }

    @Override
    public void lift(Path folder) throws IOException, InterruptedException {
        other.lift(folder);
    }

    @Override
    public String kind() {
        return other.kind();
    }

    @Override
    public String toString() {
        return other + " on a slow disk";
    }
}
