package ganglion.report.suite;

import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The runs of a sweep as a table, one row for each: settings, seed, outcome, and every figure. */
final class RunTable {

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
        Map<String, Double> quantities = run.isLost() ? Map.of() : run.quantities();
        for (String figure : study.figures()) {
            Double value = quantities.get(figure);
            row.add(value == null ? "" : StudyTable.number(value));
        }
        return row;
    }
}
