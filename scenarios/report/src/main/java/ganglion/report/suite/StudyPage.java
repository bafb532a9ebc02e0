package ganglion.report.suite;

import static ganglion.report.page.Html.escaped;

import ganglion.report.files.OutputFolder;
import ganglion.report.page.Html;
import ganglion.report.page.HtmlTable;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.RunResult;
import ganglion.scenario.suite.StudyPoint;
import java.util.List;
import java.util.Locale;

/** A sweep as a page: which runs are lost, a plot of each figure that varies, the table, and a link to every run. */
final class StudyPage {

    /** Lost runs that are named on the page; the table has all of them. */
    private static final int LOST_SHOWN = 20;

    private StudyPage() {}

    static String of(CaseResult result) {
        StudyTable table = new StudyTable(result);
        StringBuilder body = new StringBuilder("<h1>" + escaped(result.name()) + "</h1>\n");
        body.append(lost(result));
        for (String figure : table.figures()) {
            new StudyPlot(table, figure).figure().ifPresent(body::append);
        }
        HtmlTable markup = new HtmlTable().texts(table.header().get(0));
        table.header().stream().skip(1).forEach(markup::numbers);
        for (StudyPoint point : table.points()) {
            markup.markupRow(
                    point.isAsExpected() ? "" : "failed",
                    table.row(point).stream()
                            .map(cell -> escaped(rounded(cell)))
                            .toList());
        }
        body.append(markup.markup());
        body.append("<p>In full precision in <a href=\"sweep.csv\">sweep.csv</a>.</p>\n");
        body.append(runs(result));
        return Html.page(result.name() + ", " + result.runs().size() + " runs", body.toString());
    }

    /** Which runs are missing, and why. */
    private static String lost(CaseResult result) {
        if (result.lost() == 0) {
            return "";
        }
        StringBuilder list = new StringBuilder("<p class=\"bad\">Incomplete: " + result.lost() + " of "
                + result.runs().size() + " runs have no result.</p>\n<ul>\n");
        result.runs().stream()
                .filter(RunResult::isLost)
                .limit(LOST_SHOWN)
                .forEach(run -> list.append("<li>")
                        .append(escaped(run.label() + ": " + String.join("; ", run.messages())))
                        .append("</li>\n"));
        if (result.lost() > LOST_SHOWN) {
            list.append("<li>and " + (result.lost() - LOST_SHOWN) + " more</li>\n");
        }
        return list.append("</ul>\n").toString();
    }

    private static String runs(CaseResult result) {
        List<RunResult> kept =
                result.runs().stream().filter(run -> !run.report().isEmpty()).toList();
        if (kept.isEmpty() && result.lost() == result.runs().size()) {
            return "";
        }
        if (kept.isEmpty()) {
            return "<p>There are too many runs to keep a directory of each.</p>\n";
        }
        StringBuilder list = new StringBuilder("<h2>Runs</h2>\n<ul>\n");
        String folder = OutputFolder.fileName(result.name()) + "/";
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
