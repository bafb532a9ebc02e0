package ganglion.report.cost;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.InputException;
import ganglion.hardware.signal.FrontEndWork;
import ganglion.hardware.signal.FrontEndWork.SignalStage;
import ganglion.hardware.signal.SignalOperation;
import ganglion.hardware.signal.SignalWork;
import ganglion.report.files.JsonDocument;
import ganglion.report.run.RecordedRun;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the work of front ends in result.json. */
final class RecordedFrontEnds {

    private RecordedFrontEnds() {}

    /** @throws InputException if they are not there, as in runs of earlier versions, or make no sense */
    static List<FrontEndWork> of(RecordedRun recorded) throws InputException {
        JsonNode frontEnds = recorded.result().path("frontEnd");
        try {
            if (frontEnds.isArray()) {
                return read(frontEnds);
            }
        } catch (IllegalArgumentException e) {
            // Refused below, as one that is missing.
        }
        throw JsonDocument.refusal(
                recorded.directory().resolve("result.json"),
                "does not say what the front end of the run takes, expected a run of this version of Ganglion");
    }

    private static List<FrontEndWork> read(JsonNode frontEnds) {
        List<FrontEndWork> works = new ArrayList<>();
        for (JsonNode node : frontEnds) {
            List<SignalStage> stages = new ArrayList<>();
            for (JsonNode stage : node.path("stages")) {
                stages.add(new SignalStage(stage.path("stage").asText(), work(stage.path("operations"))));
            }
            works.add(new FrontEndWork(
                    node.path("input").asText(),
                    node.path("frames").asLong(),
                    node.path("soundSeconds").asDouble(),
                    stages));
        }
        return works;
    }

    private static SignalWork work(JsonNode operations) {
        Map<SignalOperation, Long> counts = new EnumMap<>(SignalOperation.class);
        for (SignalOperation operation : SignalOperation.values()) {
            counts.put(operation, operations.path(operation.key()).asLong());
        }
        return new SignalWork(counts);
    }
}
