package ganglion.report.cascade;

import ganglion.documents.InputException;
import ganglion.documents.ShellWord;
import ganglion.documents.table.CsvLines;
import ganglion.documents.table.TableException;
import ganglion.report.files.JsonDocument;
import ganglion.report.run.RecordedRun;
import ganglion.report.suite.SuiteFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether the runs in the folder of a sweep are all of them: a sweep writes its table of runs at its end, and deletes that of an earlier one first. */
final class KeptSweep {

    private KeptSweep() {}

    /**
     * Looks whether a sweep is whole.
     *
     * @param runs in its folder, at least one
     * @throws InputException if the sweep has not ended or lost runs, with the command that runs it again
     */
    static void check(Path folder, List<RecordedRun> runs) throws InputException {
        Path table = folder.resolve(SuiteFolder.RUNS);
        if (!Files.isRegularFile(table)) {
            throw refusal(folder, runs, runs.size() + " runs of a sweep that did not end");
        }
        int all = runs(table);
        long whole = runs.stream().filter(KeptSweep::isWhole).count();
        if (whole != all) {
            throw refusal(folder, runs, whole + " of the " + all + " runs of a sweep");
        }
    }

    /** Whether a run was not stopped before its end. */
    static boolean isWhole(RecordedRun run) {
        return run.result().at("/run/complete").asBoolean(true);
    }

    /** Rows of the table, of which each is one line. */
    private static int runs(Path table) throws InputException {
        try (CsvLines lines = new CsvLines(table)) {
            int read = 0;
            while (lines.next() != null) {
                read++;
            }
            return Math.max(0, read - 1);
        } catch (TableException e) {
            throw new InputException(e.in(table));
        }
    }

    private static InputException refusal(Path folder, List<RecordedRun> runs, String found) {
        String scenario = runs.get(0).result().at("/scenario/file").asText();
        return JsonDocument.refusal(
                folder,
                "holds " + found + ", expected all of them; to run it again: ganglion run "
                        + (scenario.isEmpty() ? "SCENARIO" : ShellWord.of(scenario)) + " --keep-runs --out "
                        + ShellWord.of(folder.toString()));
    }
}
