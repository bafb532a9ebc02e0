package ganglion.report.cost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.FigureSweep;
import ganglion.report.files.JsonDocument;
import ganglion.report.result.ComparisonSection;
import ganglion.report.result.CostedRun;
import ganglion.report.result.ProfileSection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The cost of a recorded run on other chips as one JSON document: {@code profiles} and {@code comparison} as in the run's own result.json,
 * and the sensitivity if a figure was swept.
 */
public final class CostDocument {

    static final String FORMAT = "ganglion-cost";

    /** Version of the format that is written. */
    static final int FORMAT_VERSION = 2;

    private static final double NANOSECONDS_PER_SECOND = 1e9;

    private CostDocument() {}

    /** The document of a run on chips. */
    public static ObjectNode of(String scenario, CostedRun run) {
        ObjectNode document = head(scenario);
        document.set("profiles", ProfileSection.all(run, cost -> null));
        document.set("comparison", ComparisonSection.of(run.comparison(), run.battery()));
        return document;
    }

    /** The document of the sweep of a figure. */
    public static ObjectNode of(String scenario, FigureSweep sweep, List<Recosting.Sensitivity> chips) {
        ObjectNode document = head(scenario);
        document.put("figure", sweep.pointer());
        document.put("unit", sweep.dimension().baseUnit());
        ArrayNode all = document.putArray("sensitivity");
        for (Recosting.Sensitivity chip : chips) {
            ArrayNode points = all.addObject().put("profile", chip.profile()).putArray("points");
            chip.points().forEach(point -> points.add(point(point)));
        }
        return document;
    }

    private static ObjectNode head(String scenario) {
        return JsonDocument.start(FORMAT, FORMAT_VERSION).put("scenario", scenario);
    }

    private static ObjectNode point(Recosting.Point point) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ChipCost cost = point.cost();
        node.put("value", point.value());
        ObjectNode joules = node.putObject("joulesPerDecision");
        for (Boundary boundary : Boundary.values()) {
            OptionalDouble energy = point.estimate().energy(boundary).joules();
            joules.put(boundary.word(), energy.isPresent() ? (Double) energy.getAsDouble() : null);
        }
        node.put(
                "p99TickSeconds",
                cost.timing().isKnown()
                        ? (Double) (cost.timing().tickLatency().getValueAtPercentile(99) / NANOSECONDS_PER_SECOND)
                        : null);
        node.put("overrunTicks", cost.timing().overruns().ticks());
        return node;
    }
}
