package ganglion.report.cost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.report.files.JsonDocument;
import ganglion.report.result.ComparisonSection;
import ganglion.report.result.CostedRun;
import ganglion.report.result.ProfileSection;

/** The cost of a recorded run on other chips as one JSON document: {@code profiles} and {@code comparison} as in the run's own result.json. */
public final class CostDocument {

    private static final String FORMAT = "ganglion-cost";

    private static final int FORMAT_VERSION = 2;

    private CostDocument() {}

    /** The document of a run on chips. */
    public static ObjectNode of(String scenario, CostedRun run) {
        ObjectNode document = JsonDocument.start(FORMAT, FORMAT_VERSION).put("scenario", scenario);
        document.set("profiles", ProfileSection.all(run));
        document.set("comparison", ComparisonSection.of(run.comparison(), run.battery()));
        return document;
    }
}
