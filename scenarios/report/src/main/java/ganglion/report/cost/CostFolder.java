package ganglion.report.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.OutputException;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.estimate.FigureSweep;
import ganglion.report.chart.Chart;
import ganglion.report.files.DirectoryPublisher;
import ganglion.report.files.IfExists;
import ganglion.report.files.JsonDocument;
import ganglion.report.files.OwnDirectory;
import ganglion.report.page.HtmlTable;
import ganglion.report.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes the cost of a recorded run on other chips: {@code cost.json}, and for the sweep of a figure {@code
 * sensitivity.csv}, {@code sensitivity.svg} and {@code sensitivity.html}.
 */
public final class CostFolder {

    private static final String DOCUMENT = "cost.json";

    /** The document lists no files. */
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private static final OwnDirectory KIND = new OwnDirectory(
            "folder of costs",
            DOCUMENT,
            CostDocument.FORMAT,
            CostDocument.FORMAT_VERSION,
            Set.of("sensitivity.svg", "sensitivity.csv", "sensitivity.html"),
            NOTHING);

    private static final DirectoryPublisher PUBLISHER = new DirectoryPublisher(KIND);

    private CostFolder() {}

    /**
     * Looks whether the folder may be written, before the costs are computed.
     *
     * @throws OutputException saying in one line what is in the way
     */
    public static void check(Path target, IfExists ifExists) throws OutputException {
        PUBLISHER.check(target, ifExists);
    }

    /**
     * Writes the folder of a run on other chips.
     *
     * @return where it is
     * @throws IOException saying in one line why nothing was written
     */
    public static Path write(ObjectNode document, Path target, IfExists ifExists) throws IOException {
        return PUBLISHER.publish(
                target, ifExists, directory -> JsonDocument.write(document, directory.resolve(DOCUMENT)));
    }

    /** The same for the sweep of a figure. */
    public static Path write(
            ObjectNode document, FigureSweep sweep, List<Recosting.Sensitivity> chips, Path target, IfExists ifExists)
            throws IOException {
        return PUBLISHER.publish(target, ifExists, directory -> {
            JsonDocument.write(document, directory.resolve(DOCUMENT));
            Optional<Chart> chart = new SensitivityPlot(sweep, chips).chart();
            if (chart.isPresent()) {
                Files.writeString(
                        directory.resolve("sensitivity.svg"), chart.get().svg());
            }
            Files.writeString(directory.resolve("sensitivity.csv"), csv(document));
            Files.writeString(
                    directory.resolve("sensitivity.html"),
                    page(document, sweep, chart.map(Chart::figure).orElse("")));
        });
    }

    private static String csv(ObjectNode document) {
        StringBuilder csv = new StringBuilder("profile,value_"
                + document.path("unit").asText() + ",marginal_J,active_J,always_on_J,p99_tick_s,overrun_ticks\n");
        for (JsonNode chip : document.path("sensitivity")) {
            for (JsonNode point : chip.path("points")) {
                csv.append(String.join(
                                ",",
                                chip.path("profile").asText(),
                                point.path("value").asText(),
                                numberOrNothing(point.at("/joulesPerDecision/marginal")),
                                numberOrNothing(point.at("/joulesPerDecision/active")),
                                numberOrNothing(point.at("/joulesPerDecision/always-on")),
                                numberOrNothing(point.path("p99TickSeconds")),
                                point.path("overrunTicks").asText()))
                        .append('\n');
            }
        }
        return csv.toString();
    }

    private static String text(JsonNode node, Dimension dimension) {
        return node.isNumber() ? QuantityFormat.format(node.asDouble(), dimension) : "unknown";
    }

    private static String numberOrNothing(JsonNode node) {
        return node.isNumber() ? node.asText() : "";
    }

    private static String page(ObjectNode document, FigureSweep sweep, String figure) {
        String title = document.path("scenario").asText() + ": sensitivity to " + sweep.pointer();
        HtmlTable table = new HtmlTable()
                .texts("device")
                .numbers(sweep.pointer())
                .numbers("marginal energy of a decision")
                .numbers("active")
                .numbers("always on")
                .numbers("99 % of ticks take at most");
        for (JsonNode chip : document.path("sensitivity")) {
            for (JsonNode point : chip.path("points")) {
                table.row(List.of(
                        chip.path("profile").asText(),
                        QuantityFormat.format(point.path("value").asDouble(), sweep.dimension()),
                        text(point.at("/joulesPerDecision/marginal"), Dimension.ENERGY),
                        text(point.at("/joulesPerDecision/active"), Dimension.ENERGY),
                        text(point.at("/joulesPerDecision/always-on"), Dimension.ENERGY),
                        text(point.path("p99TickSeconds"), Dimension.TIME)));
            }
        }
        return new Page(title)
                .head(
                        "Sensitivity",
                        document.path("scenario").asText(),
                        "Energy of a decision by " + sweep.pointer() + " of the profile")
                .card("Energy", figure)
                .card("Figures", table.markup())
                .markup("In full precision in <a href=\"sensitivity.csv\">sensitivity.csv</a> and "
                        + "<a href=\"cost.json\">cost.json</a>.");
    }
}
