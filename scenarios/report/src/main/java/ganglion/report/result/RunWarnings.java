package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.source.PoissonSource;
import ganglion.scenario.result.ScenarioRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What may be a slip in a scenario, although it ran. */
public final class RunWarnings {

    private static final int MOST_NAMED = 4;

    /** Share of the events of a Poisson source that may be lost without a word. */
    private static final double MOST_LOST = 0.05;

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
                                " share their neuron and tick with another and were merged: "),
                        lost(run),
                        silent(run))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A network that could fire and does not, where it is priced. */
    private static Optional<String> silent(ScenarioRun run) {
        boolean silent = !run.costs().isEmpty();
        boolean mayFire = false;
        for (int p = 0; silent && p < run.network().populations().size(); p++) {
            NeuronModel model = run.network().population(p).model();
            mayFire |= model.takesInput() && !(model instanceof LeakyIntegrator);
            silent = !model.takesInput() || run.spikeCount(p) == 0;
        }
        return silent && mayFire
                ? Optional.of("no neuron fires, so that costs are those of silence")
                : Optional.empty();
    }

    /** Sources whose events come so close that several fall into a tick, in which a neuron fires once. */
    private static Optional<String> lost(ScenarioRun run) {
        List<String> named = new ArrayList<>();
        for (Population population : run.network().populations()) {
            if (population.model() instanceof PoissonSource source) {
                double most = source.profile().stream()
                        .mapToDouble(rate -> IntStream.range(0, population.size())
                                .mapToDouble(rate.eventsPerTick()::at)
                                .max()
                                .orElse(0))
                        .max()
                        .orElse(0);
                double lost = most == 0 ? 0 : 1 + Math.expm1(-most) / most;
                if (lost > MOST_LOST) {
                    named.add(population.name() + " " + Math.round(100 * lost) + " %");
                }
            }
        }
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "a neuron fires once in a tick, so that Poisson sources are slower than their rate, at most"
                                + " by: "
                                + String.join(", ", named.subList(0, Math.min(MOST_NAMED, named.size())))
                                + (named.size() > MOST_NAMED ? ", and " + (named.size() - MOST_NAMED) + " more" : ""));
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
