package ganglion.cli.chaos;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of a campaign: a row for each victim and kind of disturbance. */
final class Table {

    private Table() {}

    /** The table in Markdown. */
    static String of(List<Trial.Report> reports) {
        Map<String, Map<String, Integer>> rows = new TreeMap<>();
        for (Trial.Report report : reports) {
            for (Trial.Blow blow : report.blows()) {
                rows.computeIfAbsent(
                                report.trial().victim().name() + " | "
                                        + blow.disturbance().kind(),
                                key -> new TreeMap<>())
                        .merge(blow.outcome(), 1, Integer::sum);
            }
        }
        StringBuilder text = new StringBuilder("| victim | disturbance | times | outcomes |\n|---|---|---|---|\n");
        rows.forEach((row, outcomes) -> text.append("| " + row + " | "
                + outcomes.values().stream().mapToInt(Integer::intValue).sum() + " | "
                + outcomes.toString().replaceAll("[{}]", "").replace("=", ": ") + " |\n"));
        return text.toString();
    }

    /** A line for each broken promise. */
    static List<String> failures(List<Trial.Report> reports) {
        return reports.stream()
                .flatMap(report -> report.failures().stream()
                        .map(line -> "trial " + report.trial().number() + " of "
                                + report.trial().victim().name() + ": " + line))
                .toList();
    }
}
