package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.scenario.result.ScenarioRun;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What may be a slip in a scenario, although it ran. */
public final class RunWarnings {

    private static final int MOST_NAMED = 4;

    private RunWarnings() {}

    /** The section {@code warnings}. */
    public static ArrayNode json(ScenarioRun run) {
        return JsonNodes.strings(of(run));
    }

    /** Human-readable, one sentence each without a full stop; empty if there is nothing to say. */
    public static List<String> of(ScenarioRun run) {
        Map<String, Integer> late = run.lateInputSpikes();
        if (late.isEmpty()) {
            return List.of();
        }
        int all = late.values().stream().mapToInt(Integer::intValue).sum();
        String named = late.entrySet().stream()
                .limit(MOST_NAMED)
                .map(input -> input.getKey() + " " + input.getValue())
                .collect(Collectors.joining(", "));
        int unnamed = late.size() - MOST_NAMED;
        return List.of(
                (all == 1 ? "1 input spike comes" : all + " input spikes come") + " at or after the end of the run at "
                        + QuantityFormat.format(run.clock().seconds(run.ticks()), Dimension.TIME) + " and "
                        + (all == 1 ? "has" : "have") + " no effect: " + named
                        + (unnamed > 0 ? ", and " + unnamed + " more" : ""));
    }
}
