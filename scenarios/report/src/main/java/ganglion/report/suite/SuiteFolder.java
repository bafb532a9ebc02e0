package ganglion.report.suite;

import ganglion.documents.OutputException;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.WriteProblem;
import ganglion.report.files.JsonDocument;
import ganglion.report.files.OutputFolder;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.ResultJson;
import ganglion.scenario.suite.SuiteResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder of a suite: {@code index.html} of all its runs, {@code results.json} for scripts, and what
 * {@link StudyFolder} writes of each sweep.
 */
public final class SuiteFolder {

    /** Table of the points of a sweep, in its folder. */
    public static final String SWEEP = "sweep.csv";

    /** The same with a row for each run. */
    public static final String RUNS = "sweep-runs.csv";

    private static final String RESULTS = "results.json";
    private static final String INDEX = "index.html";

    private SuiteFolder() {}

    /**
     * Looks whether the results of a suite may be written, before the suite is run.
     *
     * @throws OutputException if a file would be replaced that is not of a suite
     */
    public static void check(Path folder) throws OutputException {
        if (JsonDocument.isOf(folder.resolve(RESULTS), ResultJson.FORMAT)) {
            return;
        }
        for (String name : List.of(RESULTS, INDEX)) {
            if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                throw new OutputException(
                        folder.toString(),
                        new IOException("holds " + name
                                + ", which ganglion test did not write; expected it elsewhere, or another --out"));
            }
        }
    }

    /**
     * Deletes the results of an earlier suite before another one begins. If that is killed, nothing claims to be its result.
     *
     * @throws IOException saying in one line what cannot be deleted
     */
    public static void clear(Path folder) throws IOException {
        delete(folder, List.of(RESULTS, INDEX));
    }

    /** The files of the whole suite in a folder. */
    public static List<Path> files(Path folder) {
        return List.of(folder.resolve(RESULTS), folder.resolve(INDEX));
    }

    /** Deletes files that may be there. */
    static void delete(Path folder, List<String> names) throws IOException {
        for (String name : names) {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException e) {
                throw WriteProblem.of(name, e);
            }
        }
    }

    /**
     * Writes the results of the whole suite.
     *
     * @throws IOException saying in one line what could not be written
     */
    public static void write(SuiteResult suite, Path folder) throws IOException {
        for (CaseResult result : suite.cases()) {
            if (result.runs().size() > 1) {
                StudyFolder.write(result, folder.resolve(OutputFolder.fileName(result.name())));
            }
        }
        writeText(folder.resolve(RESULTS), ResultJson.of(suite).toPrettyString() + "\n");
        writeText(folder.resolve(INDEX), SuitePage.of(suite));
    }

    private static void writeText(Path file, String text) throws IOException {
        FilePublisher.publishText(file, text);
    }
}
