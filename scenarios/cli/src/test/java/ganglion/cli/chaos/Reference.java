package ganglion.cli.chaos;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What an undisturbed run gives.
 *
 * @param code its exit code
 * @param snapshot what it leaves
 * @param nanos how long it takes
 * @param names how many names it leaves traces of, temporary ones included
 * @param bytes the most that its files held together
 * @param largestBytes the most that one of them held
 */
record Reference(int code, Snapshot snapshot, long nanos, int names, long bytes, long largestBytes) {

    /** Runs a command in an empty folder. */
    static Reference of(Victim victim, Path folder) throws IOException, InterruptedException {
        Running.Ended ended = Launch.PLAIN.start(folder, victim.command()).end();
        if (ended.code() != 0) {
            throw new IllegalStateException(victim.name() + " ends with " + ended.code() + ": " + ended.errors());
        }
        return new Reference(
                0,
                Snapshot.of(folder),
                ended.nanos(),
                ended.traces().count(),
                ended.traces().mostBytes(),
                ended.traces().largestBytes());
    }
}
