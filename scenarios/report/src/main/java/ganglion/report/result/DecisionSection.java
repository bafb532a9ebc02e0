package ganglion.report.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ArrayNode;
import ganglion.hardware.cost.ChipCost;
import ganglion.kernel.time.Clock;
import ganglion.report.files.JsonDocument;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ScenarioRun;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The clips of a run and the decisions about them. */
public final class DecisionSection {

    private DecisionSection() {}

    /** Ticks and times from the start of a clip to its end. */
    private record Span(long fromTick, long untilTick, double fromSeconds, double untilSeconds) {

        static Span of(long fromTick, long untilTick, Clock clock) {
            return new Span(fromTick, untilTick, clock.seconds(fromTick), clock.seconds(untilTick));
        }
    }

    private record ClipRow(
            String input,
            String file,
            String label,
            @JsonUnwrapped Span span) {}

    /** When a decision was taken that may stop early. */
    private record Taken(long untilTick, double afterSeconds, boolean early, String winnerAtEnd) {}

    private record DecisionRow(
            String file,
            String label,
            String winner,
            boolean correct,
            @JsonUnwrapped Span span,
            int winnerSpikes,
            long totalSpikes,
            int[] spikeCounts,
            double firstSpikeLatencySeconds,
            Map<String, Double> chipAlwaysOnJoules,
            Map<String, Double> dynamicEnergyJoules,
            Map<String, Double> chipSeconds,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Taken> taken) {}

    /** The section {@code clips}: where each clip of sound lies on the timeline. */
    public static ArrayNode clips(ScenarioRun run) {
        return JsonDocument.bound(run.clips().stream()
                .filter(Clip::isSound)
                .map(clip -> new ClipRow(
                        clip.input(),
                        clip.file(),
                        clip.label(),
                        Span.of(clip.fromTick(), clip.untilTick(), run.clock())))
                .toList());
    }

    /** The section {@code decisions}. */
    public static ArrayNode decisions(ScenarioRun run) {
        return JsonDocument.bound(
                run.decisions().stream().map(decision -> row(decision, run)).toList());
    }

    private static DecisionRow row(Decision of, ScenarioRun run) {
        Clock clock = run.clock();
        return new DecisionRow(
                of.file(),
                of.label(),
                of.winner(),
                of.correct(),
                Span.of(of.fromTick(), of.untilTick(), clock),
                winnerSpikes(of, run),
                Arrays.stream(of.spikeCounts()).asLongStream().sum(),
                of.spikeCounts(),
                firstSpikeLatencySeconds(of, clock),
                onEach(run, cost -> energyJoules(cost, of, run.ranTicks())),
                onEach(run, cost -> sum(cost.energy().tickJoules(), of)),
                onEach(run, cost -> sum(cost.timing().tickSeconds(), of)),
                of.taken()
                        .map(taken -> new Taken(
                                taken.untilTick(),
                                clock.seconds(taken.untilTick() - of.fromTick()),
                                of.isEarly(),
                                taken.winnerAtEnd())));
    }

    private static Map<String, Double> onEach(ScenarioRun run, ToDoubleFunction<ChipCost> figure) {
        Map<String, Double> figures = new LinkedHashMap<>();
        run.costs().forEach(cost -> figures.put(cost.profile().name(), figure.applyAsDouble(cost)));
        return figures;
    }

    /** Of the neuron with most spikes, or of the one that was ahead when the decision was taken: others may have fired more since. */
    private static int winnerSpikes(Decision decision, ScenarioRun run) {
        int[] counts = decision.spikeCounts();
        if (!decision.isEarly()) {
            return Arrays.stream(counts).max().orElse(0);
        }
        DecisionRule rule = run.scenario().decision().orElseThrow();
        PopulationSpec readOut = run.scenario().population(rule.population()).orElseThrow();
        List<String> classes = rule.readOut().classes();
        return IntStream.range(0, counts.length)
                .filter(neuron ->
                        decision.winner().equals(classes.isEmpty() ? readOut.neuronName(neuron) : classes.get(neuron)))
                .map(neuron -> counts[neuron])
                .max()
                .orElse(0);
    }

    /** From the clip's first tick to the winner's first spike; NaN if nothing fired. */
    public static double firstSpikeLatencySeconds(Decision decision, Clock clock) {
        return decision.firstSpikeTick().isEmpty()
                ? Double.NaN
                : clock.seconds(decision.firstSpikeTick().getAsLong() - decision.fromTick());
    }

    /** Energy of the decision's ticks within the run, static power included; NaN if the total is unknown. */
    private static double energyJoules(ChipCost cost, Decision decision, long ticks) {
        long until = Math.min(decision.untilTick(), ticks);
        return cost.energyJoules(Math.min(decision.fromTick(), until), until);
    }

    /** Sum of a quantity per tick over the ticks of the decision; NaN if it is unknown. */
    private static double sum(double[] byTick, Decision decision) {
        if (byTick.length == 0) {
            return Double.NaN;
        }
        int until = (int) Math.min(decision.untilTick(), byTick.length);
        int from = (int) Math.min(decision.fromTick(), until);
        return Arrays.stream(byTick, from, until).sum();
    }
}
