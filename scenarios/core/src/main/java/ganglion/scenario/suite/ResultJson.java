package ganglion.scenario.suite;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Results as JSON, whose keys are those of their records: {@code results.json} of a suite, and {@code result.json} of a sweep. */
public final class ResultJson {

    /** Value of {@code format} in the results of a suite. */
    public static final String FORMAT = "ganglion-suite";

    /** Value of {@code format} in the results of a sweep. */
    public static final String SWEEP_FORMAT = "ganglion-sweep";

    /** Its {@code formatVersion}. */
    public static final int SWEEP_VERSION = 1;

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

    private ResultJson() {}

    /** A suite with its cases. */
    public static ObjectNode of(SuiteResult suite) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("format", FORMAT)
                .put("formatVersion", 1)
                .put("status", suite.status().word())
                .put("seconds", suite.seconds());
        if (!suite.settings().isEmpty()) {
            node.set("settings", MAPPER.valueToTree(suite.settings()));
        }
        for (Status status : Status.values()) {
            node.put(status.word(), suite.count(status));
        }
        return node.set("scenarios", MAPPER.valueToTree(suite.cases()));
    }

    /**
     * A sweep that was run alone, with the seconds that passed.
     *
     * @param alone the suite that has this case only
     */
    public static ObjectNode ofSweep(SuiteResult alone) {
        return ofSweep(alone.cases().get(0)).put("wallSeconds", alone.seconds());
    }

    /**
     * A sweep: its case, with the format and its version as {@code result.json} of a run has them, and its points with each figure over their
     * runs. Its {@code seconds} are those of all runs added up, though several run at once.
     */
    public static ObjectNode ofSweep(CaseResult result) {
        return MAPPER.createObjectNode()
                .put("format", SWEEP_FORMAT)
                .put("formatVersion", SWEEP_VERSION)
                .<ObjectNode>setAll(of(result))
                .set("points", MAPPER.valueToTree(StudyPoint.of(result)));
    }

    private static ObjectNode of(Record record) {
        return MAPPER.valueToTree(record);
    }
}
