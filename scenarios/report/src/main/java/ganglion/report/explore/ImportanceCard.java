package ganglion.report.explore;

import static ganglion.report.page.Html.escaped;

import ganglion.report.chart.ShareBars;
import ganglion.report.page.HtmlTable;
import ganglion.scenario.explore.Exploration.Importance;
import ganglion.scenario.explore.SearchObjective;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How much each choice matters, as bars for each device, and the means behind them. */
final class ImportanceCard {

    private static final String MEANING =
            "<p class=\"lead\">A bar is the share of the differences between trials that goes with this choice alone: of"
                    + " the variance, the part that lies between the means of its values (the correlation ratio; energies as logarithms; ranges in four"
                    + " parts). It says what these trials show: the search chose most of them, so that good values were tried more often; choices"
                    + " that matter only together have short bars; with few trials a bar is long by chance. It does not say what causes what.</p>\n";

    private ImportanceCard() {}

    /** The card; empty if there were too few trials. */
    static String markup(FoundFronts found) {
        List<Importance> all = found.exploration().importance();
        if (all.isEmpty()) {
            return "";
        }
        StringBuilder figures = new StringBuilder();
        Set<String> devices = new LinkedHashSet<>();
        all.forEach(each -> devices.add(each.profile()));
        devices.forEach(device -> figures.append(bars(device, of(all, device))));
        return MEANING + "<div class=\"charts\">\n" + figures + "</div>\n" + means(all);
    }

    private static List<Importance> of(List<Importance> all, String device) {
        return all.stream().filter(each -> each.profile().equals(device)).toList();
    }

    private static String bars(String device, List<Importance> own) {
        List<SearchObjective> objectives =
                own.stream().map(Importance::objective).distinct().toList();
        List<ShareBars.Row> rows = own.stream()
                .map(Importance::dimension)
                .distinct()
                .map(dimension -> row(dimension, objectives, own))
                .sorted(Comparator.comparingDouble(ImportanceCard::longest).reversed())
                .toList();
        int trials = own.stream().mapToInt(Importance::trials).max().orElse(0);
        return new ShareBars(
                        device + ": what matters, in " + FigureWords.count(trials, "trial"),
                        objectives.stream().map(SearchObjective::word).toList(),
                        rows)
                .figure();
    }

    private static double longest(ShareBars.Row row) {
        return row.shares().stream()
                .filter(share -> !share.isNaN())
                .mapToDouble(share -> share)
                .max()
                .orElse(0);
    }

    private static ShareBars.Row row(String dimension, List<SearchObjective> objectives, List<Importance> own) {
        List<Double> shares = new ArrayList<>();
        List<String> hints = new ArrayList<>();
        for (SearchObjective objective : objectives) {
            Optional<Importance> each = own.stream()
                    .filter(one -> one.dimension().equals(dimension) && one.objective() == objective)
                    .findFirst();
            shares.add(each.map(Importance::share).orElse(Double.NaN));
            hints.add(each.map(ImportanceCard::means).orElse(""));
        }
        return new ShareBars.Row(dimension, shares, hints);
    }

    private static String means(Importance each) {
        return each.means().entrySet().stream()
                .map(mean -> mean.getKey() + ": " + FigureWords.value(each.objective(), mean.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String means(List<Importance> all) {
        HtmlTable table = new HtmlTable()
                .texts("choice")
                .texts("device")
                .texts("for")
                .numbers("share")
                .texts("mean of each value");
        table.sortable();
        for (Importance each : all) {
            table.markupRow(
                    "",
                    List.of(
                            escaped(each.dimension()),
                            escaped(each.profile()),
                            escaped(each.objective().word()),
                            HtmlTable.numberCell(each.share(), Math.round(100 * each.share()) + " %"),
                            escaped(means(each))));
        }
        return "<details><summary>Means of each value</summary>\n" + table.markup() + "</details>\n";
    }
}
