package ganglion.report.explore;

import static ganglion.report.page.Html.escaped;
import static ganglion.report.page.HtmlTable.numberCell;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.report.page.HtmlTable;
import ganglion.scenario.explore.FrontPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** A row for each point, and for each network made by hand. */
final class PointTable {

    private PointTable() {}

    static String markup(FoundFronts found) {
        if (found.all().isEmpty()) {
            return "";
        }
        String measured = found.isTested() ? "test set" : "validation";
        HtmlTable table = new HtmlTable().texts("point").texts("device").numbers(measured);
        table.numbers("95 % interval").numbers("baseline").numbers("validation").numbers("energy");
        table.numbers("95 % interval")
                .texts("grade")
                .numbers("less than by hand")
                .numbers("size")
                .numbers("time");
        table.texts("configuration").texts("run it in this folder").sortable();
        found.all().forEach(point -> table.markupRow("", row(found, point)));
        return "<p class=\"lead\">Means over the seeds; energies of a decision, "
                + escaped(found.exploration().search().boundary().label())
                + ". Each command writes a report of its runs.</p>\n" + table.markup();
    }

    private static List<String> row(FoundFronts found, FrontPoint point) {
        PointFigures figures = new PointFigures(point);
        List<String> row = new ArrayList<>();
        row.add("<a href=\"#" + escaped(PointDetails.id(point)) + "\">"
                + escaped(new PointWords(found, point).title()) + "</a>"
                + (point.best() || point.configuration().isAsItIs()
                        ? ""
                        : " <span class=\"detail\">not in the front</span>"));
        row.add(escaped(point.profile()));
        row.add(numberCell(
                figures.accuracy(),
                FigureWords.percent(figures.accuracy()) + " \u00b1 "
                        + FigureWords.points(figures.accuracyDeviation())));
        row.add(numberCell(figures.accuracyInterval().low(), FigureWords.interval(figures.accuracyInterval())));
        row.add(cell(figures.baseline(), FigureWords::percent));
        row.add(numberCell(figures.validation(), FigureWords.percent(figures.validation())));
        row.add(cell(figures.joules(), FigureWords::joules));
        row.add(figures.energyInterval()
                .map(ends -> numberCell(ends[0], FigureWords.interval(ends)))
                .orElse("unknown"));
        row.add(escaped(figures.saved().grade()));
        row.add(found.reference(point.profile())
                .filter(each -> each != point)
                .map(each -> cell(
                        figures.timesLess(new PointFigures(each)), factor -> FigureWords.times(factor) + " \u00d7"))
                .orElse(""));
        row.add(numberCell(
                figures.saved().bytes(), FigureWords.bytes(figures.saved().bytes())));
        row.add(cell(figures.saved().seconds(), seconds -> QuantityFormat.format(seconds, Dimension.TIME)));
        row.add("<span class=\"detail\">" + escaped(point.configuration().text()) + "</span>");
        row.add("<code>" + escaped(PointDetails.command(point)) + "</code>");
        return row;
    }

    private static String cell(OptionalDouble value, DoubleFunction<String> text) {
        return value.isPresent() ? numberCell(value.getAsDouble(), text.apply(value.getAsDouble())) : "";
    }
}
