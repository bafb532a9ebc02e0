package ganglion.report.suite;

import ganglion.report.files.FilePublisher;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.ResultJson;
import ganglion.scenario.suite.SuiteResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The folder of a suite: {@code index.html} of all its runs, {@code results.json} for scripts, and beside the run
 * directories of each sweep {@code sweep.csv} and {@code sweep.html}.
 */
public final class SuiteFolder {

    private SuiteFolder() {}

    /**
     * Writes the results of the whole suite.
     *
     * @throws IOException saying in one line what could not be written
     */
    public static void write(SuiteResult suite, Path folder) throws IOException {
        for (CaseResult result : suite.cases()) {
            if (result.runs().size() > 1) {
                writeStudy(result, folder.resolve(result.name()));
            }
        }
        writeText(folder.resolve("results.json"), ResultJson.of(suite).toPrettyString() + "\n");
        writeText(folder.resolve("index.html"), SuitePage.of(suite));
    }

    /** Writes the table and the plots of a sweep, or of a scenario that was repeated. */
    public static void writeStudy(CaseResult result, Path folder) throws IOException {
        StudyTable table = new StudyTable(result);
        writeText(folder.resolve("sweep.csv"), table.csv());
        writeText(folder.resolve("sweep.html"), StudyPage.of(result));
    }

    private static void writeText(Path file, String text) throws IOException {
        FilePublisher.publish(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
