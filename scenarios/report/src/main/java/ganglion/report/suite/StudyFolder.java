package ganglion.report.suite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.OutputException;
import ganglion.documents.output.Checksum;
import ganglion.documents.output.FilePublisher;
import ganglion.report.files.OwnDirectory;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.ResultJson;
import ganglion.scenario.suite.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files of a sweep beside its run directories: {@code sweep.json}, which lists the others with their checksums, {@code sweep.csv},
 * {@code sweep-runs.csv} and {@code sweep.html}. Whatever else is in the folder stays.
 */
public final class StudyFolder {

    private static final String DOCUMENT = "sweep.json";
    private static final String PAGE = "sweep.html";

    /** The document is last to be deleted and first to be written: without it, nobody could tell whose the others are. */
    private static final List<String> FILES = List.of(SuiteFolder.SWEEP, SuiteFolder.RUNS, PAGE, DOCUMENT);

    private static final OwnDirectory KIND = new OwnDirectory(
            "sweep",
            DOCUMENT,
            ResultJson.SWEEP_FORMAT,
            ResultJson.SWEEP_VERSION,
            Set.of(),
            Pattern.compile("sweep(-runs)?\\.csv|sweep\\.html"));

    private StudyFolder() {}

    /**
     * Looks whether the files of a sweep may be written, before it is run.
     *
     * @throws OutputException if a file would be replaced that is not of a sweep, or was changed since
     */
    public static void check(Path folder) throws OutputException {
        Optional<String> objection;
        try {
            objection = KIND.objectionTo(folder, FILES);
        } catch (IOException e) {
            throw new OutputException(folder, e);
        }
        if (objection.isPresent()) {
            throw new OutputException(folder, new IOException(objection.get()));
        }
    }

    /** Whether an earlier sweep has files here. */
    public static boolean isThere(Path folder) {
        return KIND.is(folder);
    }

    /**
     * Deletes the files of an earlier sweep before another one begins. If that is killed, nothing claims to be its result.
     *
     * @throws IOException saying in one line what cannot be deleted
     */
    public static void clear(Path folder) throws IOException {
        SuiteFolder.delete(folder, FILES);
    }

    /**
     * Writes the results of a sweep, or of a scenario that was repeated.
     *
     * @throws IOException saying in one line what could not be written
     */
    public static void write(CaseResult result, Path folder) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(SuiteFolder.SWEEP, new StudyTable(result).csv());
        texts.put(SuiteFolder.RUNS, new RunTable(result).csv());
        texts.put(PAGE, StudyPage.of(result));
        ObjectNode document = ResultJson.ofSweep(result);
        ArrayNode list = document.putArray("files");
        for (Map.Entry<String, String> file : texts.entrySet()) {
            byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
            list.addObject()
                    .put("name", file.getKey())
                    .put("bytes", bytes.length)
                    .put("sha256", Checksum.of(out -> out.write(bytes)));
        }
        FilePublisher.publishText(folder.resolve(DOCUMENT), document.toPrettyString() + "\n");
        for (Map.Entry<String, String> file : texts.entrySet()) {
            FilePublisher.publishText(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** The runs of a sweep as a table, one row for each: settings, seed, outcome, and every figure. */
    private static final class RunTable {

        private final CaseResult result;
        private final StudyTable study;

        RunTable(CaseResult result) {
            this.result = result;
            this.study = new StudyTable(result);
        }

        String csv() {
            List<String> header = new ArrayList<>(List.of("run"));
            header.addAll(study.axes().values());
            header.addAll(List.of("seed", "outcome", "expectations that hold", "expectations"));
            if (study.decides()) {
                header.add(StudyTable.WINNERS);
            }
            header.addAll(study.figures());
            List<List<String>> rows = new ArrayList<>();
            for (RunResult run : result.runs()) {
                rows.add(row(rows.size() + 1, run));
            }
            return StudyTable.csv(header, rows);
        }

        private List<String> row(int number, RunResult run) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(number)));
            study.axes()
                    .keySet()
                    .forEach(pointer ->
                            row.add(study.setting(run.settings(), pointer).text()));
            row.add(run.seed() < 0 ? "" : Long.toString(run.seed()));
            row.add(run.status().word());
            row.add(Long.toString(run.passed()));
            row.add(Integer.toString(run.outcomes().size()));
            if (study.decides()) {
                row.add(run.winners().text(Integer.MAX_VALUE));
            }
            Map<String, Double> quantities = run.isLost() ? Map.of() : run.quantities();
            for (String figure : study.figures()) {
                Double value = quantities.get(figure);
                row.add(value == null ? "" : StudyTable.number(value));
            }
            return row;
        }
    }
}
