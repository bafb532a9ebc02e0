package ganglion.report.suite;

import static ganglion.report.page.Html.escaped;

import ganglion.report.page.Html;
import ganglion.report.page.HtmlTable;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.RunResult;
import ganglion.scenario.suite.StudyPoint;
import java.util.List;
import java.util.Locale;

/** A sweep as a page: a plot of each figure that varies, the table, and a link to every run. */
final class StudyPage {

    private StudyPage() {}

    static String of(CaseResult result) {
        StudyTable table = new StudyTable(result);
        StringBuilder body = new StringBuilder("<h1>" + escaped(result.name()) + "</h1>\n");
        for (String figure : table.figures()) {
            new StudyPlot(table, figure).figure().ifPresent(body::append);
        }
        HtmlTable markup = new HtmlTable().texts(table.header().get(0));
        table.header().stream().skip(1).forEach(markup::numbers);
        for (StudyPoint point : table.points()) {
            markup.markupRow(
                    point.held() == point.expected() ? "" : "failed",
                    table.row(point).stream()
                            .map(cell -> escaped(rounded(cell)))
                            .toList());
        }
        body.append(markup.markup());
        body.append("<p>In full precision in <a href=\"sweep.csv\">sweep.csv</a>.</p>\n");
        body.append(runs(result));
        return Html.page(result.name() + ", " + result.runs().size() + " runs", body.toString());
    }

    private static String runs(CaseResult result) {
        List<RunResult> kept =
                result.runs().stream().filter(run -> !run.report().isEmpty()).toList();
        if (kept.isEmpty()) {
            return "<p>There are too many runs to keep a directory of each.</p>\n";
        }
        StringBuilder list = new StringBuilder("<h2>Runs</h2>\n<ul>\n");
        String folder = result.name() + "/";
        for (RunResult run : kept) {
            String target = run.report().startsWith(folder) ? run.report().substring(folder.length()) : run.report();
            list.append("<li><a href=\"")
                    .append(SuitePage.link(target))
                    .append("\">")
                    .append(escaped(run.label()))
                    .append("</a>: ")
                    .append(run.status().word())
                    .append("</li>\n");
        }
        return list.append("</ul>\n").toString();
    }

    /** Six digits are enough for a reader. */
    private static String rounded(String cell) {
        if (!cell.matches("-?[0-9]+\\.[0-9]{5,}(E-?[0-9]+)?|-?[0-9.]+E-?[0-9]+")) {
            return cell;
        }
        return String.format(Locale.ROOT, "%.6g", Double.parseDouble(cell));
    }
}
