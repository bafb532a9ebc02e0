package ganglion.report.cause;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.report.files.JsonDocument;
import ganglion.scenario.cause.ReplayAnswer;

/** The answer of {@link ReplayAnswer} as a JSON document. */
public final class ReplayAnswerDocument {

    private static final String FORMAT = "ganglion-causes-by-replay";
    private static final int FORMAT_VERSION = 1;

    private ReplayAnswerDocument() {}

    /** Describes an answer. */
    public static ObjectNode of(AskedRun run, ReplayAnswer answer) {
        ObjectNode document = JsonDocument.start(FORMAT, FORMAT_VERSION);
        document.put("scenario", run.scenario());
        document.put("tickSeconds", run.replay().scenario().clock().tickSeconds());
        SpikeKeys.put(run, answer.at(), document);
        document.put("fired", answer.fired());
        document.put("potential", answer.fired() ? null : answer.potential());
        document.put("repeatedAlone", answer.repeated());
        document.put("arrivedFromTick", answer.fromTick());
        document.put("arrived", answer.arrived());
        ArrayNode trials = document.putArray("trials");
        for (ReplayAnswer.Trial trial : answer.trials()) {
            ObjectNode object = trials.addObject();
            SpikeKeys.put(run, trial.left(), object);
            object.put("weight", trial.weight());
            object.put("fires", trial.fires());
            object.put("potential", trial.fires() ? null : trial.potential());
        }
        answer.inNetwork()
                .ifPresent(fate -> WithoutDocument.describe(fate, document.putObject("inWholeNetworkWithoutFirst")));
        return document;
    }
}
