package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.scenario.result.ScenarioRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        String end = QuantityFormat.format(run.clock().seconds(run.ticks()), Dimension.TIME);
        return Stream.of(
                        told(
                                run.lateInputSpikes(),
                                " comes at or after the end of the run at " + end + " and has no effect: ",
                                " come at or after the end of the run at " + end + " and have no effect: "),
                        told(
                                run.mergedInputSpikes(),
                                " shares its neuron and tick with another and was merged: ",
                                " share their neuron and tick with another and were merged: "))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> told(Map<String, Integer> spikes, String one, String several) {
        if (spikes.isEmpty()) {
            return Optional.empty();
        }
        int all = spikes.values().stream().mapToInt(Integer::intValue).sum();
        String named = spikes.entrySet().stream()
                .limit(MOST_NAMED)
                .map(input -> input.getKey() + " " + input.getValue())
                .collect(Collectors.joining(", "));
        int unnamed = spikes.size() - MOST_NAMED;
        return Optional.of(all + " input spike" + (all == 1 ? one : "s" + several) + named
                + (unnamed > 0 ? ", and " + unnamed + " more" : ""));
    }
}
