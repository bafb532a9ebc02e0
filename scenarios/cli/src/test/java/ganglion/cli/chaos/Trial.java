package ganglion.cli.chaos;

import ganglion.cli.chaos.Running.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One victim in one folder: disturbed one or more times, going on each time as a user would, and at last left in peace.
 *
 * @param number its number in the campaign, from 0
 */
record Trial(int number, Victim victim, List<Disturbance> disturbances) {

    /**
     * What came of one disturbance.
     *
     * @param outcome exit code, and whether the command came to its end in spite of it
     */
    record Blow(Disturbance disturbance, String outcome) {}

    /**
     * What came of a trial.
     *
     * @param failures lines that say which promise was broken; empty if none
     */
    record Report(Trial trial, List<Blow> blows, List<String> failures) {}

    /** @param folder an empty folder beside the input */
    Report carryOut(Path folder, Reference undisturbed) throws IOException, InterruptedException {
        List<Blow> blows = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        boolean finished = false;
        List<String> words = victim.command();
        for (int i = 0; i < disturbances.size() && !finished; i++) {
            Disturbance disturbance = disturbances.get(i);
            Running process = disturbance.prepare(folder, undisturbed).start(folder, words);
            disturbance.strike(process, undisturbed);
            Ended ended = process.end();
            disturbance.lift(folder);
            finished = ended.code() == undisturbed.code();
            blows.add(new Blow(disturbance, finished ? "came to its end" : "ended with " + ended.code()));
            List<String> wrong = new ArrayList<>();
            process.outliving().forEach(child -> wrong.add("outlived by " + child));
            if (ended.hung()) {
                wrong.add("does not end");
            } else if (!finished) {
                wrong.addAll(disturbance.broken(ended, folder));
                wrong.addAll(Snapshot.of(folder).lies(undisturbed.snapshot(), victim));
            }
            wrong.forEach(line -> failures.add(disturbances + ", in the " + (blows.size()) + ".: " + line));
            words = victim.next(folder);
        }
        if (!finished) {
            Ended last = Launch.PLAIN.start(folder, words).end();
            if (last.code() != undisturbed.code()) {
                failures.add("then undisturbed: exit code " + last.code() + " " + last.errors());
            }
        }
        Snapshot.of(folder)
                .differences(undisturbed.snapshot())
                .forEach(line -> failures.add(disturbances + ", at last: " + line));
        return new Report(this, blows, failures);
    }

    /** Deletes the folder and whatever of the trial is beside it. */
    static void delete(Path folder) throws IOException, InterruptedException {
        MemoryDisk.unmount(folder);
        Folders.delete(folder);
        Files.deleteIfExists(folder.resolveSibling(folder.getFileName() + ".out"));
        Files.deleteIfExists(folder.resolveSibling(folder.getFileName() + ".err"));
    }
}
