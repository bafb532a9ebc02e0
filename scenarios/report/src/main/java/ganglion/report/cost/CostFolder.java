package ganglion.report.cost;

import static ganglion.report.page.Html.escaped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.comparison.FigureSweep;
import ganglion.report.files.DirectoryPublisher;
import ganglion.report.files.DocumentFormat;
import ganglion.report.files.IfExists;
import ganglion.report.page.Html;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what costing a recorded run again gave: {@code cost.json}, and for a figure that was taken through a range {@code
 * sensitivity.csv}, {@code sensitivity.svg} and {@code sensitivity.html}.
 */
public final class CostFolder {

    private static final String DOCUMENT = "cost.json";

    private CostFolder() {}

    /**
     * Writes the folder of a run on other chips.
     *
     * @return where it is
     * @throws IOException saying in one line why nothing was written
     */
    public static Path write(ObjectNode document, Path target, IfExists ifExists) throws IOException {
        return publisher().publish(target, ifExists, directory -> writeDocument(document, directory));
    }

    /** The same for a figure that was taken through a range. */
    public static Path write(
            ObjectNode document, FigureSweep sweep, List<Recosting.Sensitivity> chips, Path target, IfExists ifExists)
            throws IOException {
        return publisher().publish(target, ifExists, directory -> {
            writeDocument(document, directory);
            String svg = new SensitivityPlot(sweep, chips).svg();
            Files.writeString(directory.resolve("sensitivity.svg"), svg);
            Files.writeString(directory.resolve("sensitivity.csv"), csv(document));
            Files.writeString(directory.resolve("sensitivity.html"), page(document, sweep, svg));
        });
    }

    private static DirectoryPublisher publisher() {
        return new DirectoryPublisher(CostFolder::isCostFolder);
    }

    private static void writeDocument(ObjectNode document, Path directory) throws IOException {
        Files.writeString(directory.resolve(DOCUMENT), document.toPrettyString() + "\n");
    }

    private static String csv(ObjectNode document) {
        StringBuilder csv = new StringBuilder("profile,value_"
                + document.path("unit").asText() + ",total_J,known_J,known_dynamic_J,p99_tick_s,overrun_ticks\n");
        for (JsonNode chip : document.path("sensitivity")) {
            for (JsonNode point : chip.path("points")) {
                csv.append(chip.path("profile").asText())
                        .append(',')
                        .append(point.path("value").asText())
                        .append(',')
                        .append(numberOrNothing(point.path("totalJoules")))
                        .append(',')
                        .append(point.path("knownJoules").asText())
                        .append(',')
                        .append(point.path("knownDynamicJoules").asText())
                        .append(',')
                        .append(numberOrNothing(point.path("p99TickSeconds")))
                        .append(',')
                        .append(point.path("overrunTicks").asText())
                        .append('\n');
            }
        }
        return csv.toString();
    }

    private static String numberOrNothing(JsonNode node) {
        return node.isNumber() ? node.asText() : "";
    }

    private static String page(ObjectNode document, FigureSweep sweep, String svg) {
        String title = document.path("scenario").asText() + ": what depends on " + sweep.pointer();
        StringBuilder body = new StringBuilder("<h1>" + escaped(title) + "</h1>\n<figure>" + svg + "</figure>\n");
        body.append("<div class=\"scroller\"><table>\n<thead><tr><th scope=\"col\">chip</th>"
                + "<th scope=\"col\" class=\"number\">" + escaped(sweep.pointer())
                + "</th><th scope=\"col\" class=\"number\">energy of the run</th>"
                + "<th scope=\"col\" class=\"number\">without static power</th>"
                + "<th scope=\"col\" class=\"number\">99 % of ticks</th></tr></thead>\n<tbody>\n");
        for (JsonNode chip : document.path("sensitivity")) {
            for (JsonNode point : chip.path("points")) {
                body.append("<tr><td>").append(escaped(chip.path("profile").asText()));
                number(body, QuantityFormat.format(point.path("value").asDouble(), sweep.dimension()));
                number(body, point.path("text").asText());
                number(
                        body,
                        QuantityFormat.format(point.path("knownDynamicJoules").asDouble(), Dimension.ENERGY));
                number(
                        body,
                        point.path("p99TickSeconds").isNumber()
                                ? QuantityFormat.format(
                                        point.path("p99TickSeconds").asDouble(), "s", 3)
                                : "unknown");
                body.append("</td></tr>\n");
            }
        }
        body.append(
                "</tbody>\n</table></div>\n<p>In full precision in <a href=\"sensitivity.csv\">sensitivity.csv</a> and "
                        + "<a href=\"cost.json\">cost.json</a>.</p>\n");
        return Html.page(title, body.toString());
    }

    private static void number(StringBuilder body, String text) {
        body.append("</td><td class=\"number\">").append(escaped(text));
    }

    /** Whether a directory is one that this class wrote: its document says so in its first field. */
    private static boolean isCostFolder(Path directory) {
        return DocumentFormat.isOf(directory.resolve(DOCUMENT), CostDocument.FORMAT);
    }
}
