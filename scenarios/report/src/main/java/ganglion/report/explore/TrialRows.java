package ganglion.report.explore;

import static ganglion.report.page.Html.escaped;
import static ganglion.report.page.HtmlTable.numberCell;

import ganglion.documents.key.WordType;
import ganglion.report.page.HtmlTable;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.TrialRecord;
import java.util.ArrayList;
import java.util.List;

/** A row for each trial, folded away. */
final class TrialRows {

    /** Trials with a row on the page; the file has all of them. */
    private static final int ROWS_SHOWN = 500;

    private TrialRows() {}

    static String markup(FoundFronts found) {
        List<TrialRecord> trials = found.exploration().trials();
        HtmlTable table = new HtmlTable().numbers("trial").numbers("round").texts("proposed by");
        table.texts("configuration").numbers("epochs");
        for (String device : found.devices()) {
            table.numbers(device + ": validation").numbers("energy");
        }
        table.sortable();
        trials.stream().limit(ROWS_SHOWN).forEach(trial -> table.markupRow("", row(trial, found.devices())));
        String all = trials.size() > ROWS_SHOWN
                ? "<p class=\"note\">The first " + ROWS_SHOWN + " of " + trials.size() + " trials.</p>\n"
                : "";
        return "<p class=\"lead\">Of the longest training of each, in the precision of the device. <a href=\"trials.csv\">trials.csv</a>"
                + " has every stage.</p>\n<details><summary>" + FigureWords.count(trials.size(), "trial")
                + "</summary>\n" + table.markup() + all + "</details>\n";
    }

    private static List<String> row(TrialRecord trial, List<String> devices) {
        List<String> row = new ArrayList<>();
        row.add(numberCell(trial.number(), Integer.toString(trial.number())));
        row.add(numberCell(trial.bracket(), trial.bracket() == 0 ? "" : Integer.toString(trial.bracket())));
        row.add(escaped(WordType.wordOf(trial.origin()).replace('-', ' ')));
        row.add("<span class=\"detail\">" + escaped(trial.configuration().text()) + "</span>");
        row.add(numberCell(trial.epochs(), Integer.toString(trial.epochs())));
        for (String device : devices) {
            if (trial.last().isEmpty()) {
                row.add("does not fit");
                row.add("");
                continue;
            }
            DeviceOutcome figures = trial.last().get().on(device);
            row.add(
                    figures.fits()
                            ? numberCell(figures.accuracy(), FigureWords.percent(figures.accuracy()))
                            : "<span title=\"" + escaped(String.join("; ", figures.problems()))
                                    + "\">does not fit</span>");
            row.add(
                    figures.joules().isPresent()
                                    && figures.fits()
                                    && figures.joules().getAsDouble() > 0
                            ? numberCell(
                                    figures.joules().getAsDouble(),
                                    FigureWords.joules(figures.joules().getAsDouble()))
                            : "");
        }
        return row;
    }
}
