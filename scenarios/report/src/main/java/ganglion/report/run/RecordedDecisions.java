package ganglion.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.Decision.TakenEarly;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the decisions in result.json. */
public final class RecordedDecisions {

    private RecordedDecisions() {}

    /**
     * One decision.
     *
     * @param tickSeconds length of a tick of the run
     */
    public static Decision decision(JsonNode node, double tickSeconds) {
        long fromTick = node.path("fromTick").asLong();
        int[] counts = new int[node.path("spikeCounts").size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = node.path("spikeCounts").get(i).asInt();
        }
        JsonNode latency = node.path("firstSpikeLatencySeconds");
        OptionalLong first = latency.isNumber()
                ? OptionalLong.of(fromTick + Math.round(latency.asDouble() / tickSeconds))
                : OptionalLong.empty();
        return new Decision(
                node.path("file").asText(),
                node.path("label").asText(),
                fromTick,
                node.path("untilTick").asLong(),
                node.path("winner").asText(),
                counts,
                first,
                node.path("correct").asBoolean(),
                taken(node.path("taken")));
    }

    private static Optional<TakenEarly> taken(JsonNode node) {
        return node.isObject()
                ? Optional.of(new TakenEarly(
                        node.path("untilTick").asLong(),
                        node.path("winnerAtEnd").asText()))
                : Optional.empty();
    }
}
