package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.cost.ChipCost;
import ganglion.kernel.time.Clock;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.Decision.TakenEarly;
import ganglion.scenario.result.ScenarioRun;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The clips of a run and the decisions about them. */
public final class DecisionSection {

    private DecisionSection() {}

    /** The section {@code clips}: where each clip of sound lies on the timeline. */
    public static ArrayNode clips(ScenarioRun run) {
        ArrayNode clips = JsonNodes.array();
        run.clips().stream().filter(Clip::isSound).forEach(clip -> {
            ObjectNode node = clips.addObject();
            node.put("input", clip.input());
            node.put("file", clip.file());
            node.put("label", clip.label());
            putSpan(node, clip.fromTick(), clip.untilTick(), run.clock());
        });
        return clips;
    }

    /** The section {@code decisions}. */
    public static ArrayNode decisions(ScenarioRun run) {
        ArrayNode decisions = JsonNodes.array();
        for (Decision decision : run.decisions()) {
            ObjectNode node = decision(decision, run);
            decision.taken().ifPresent(taken -> node.set("taken", taken(decision, taken, run.clock())));
            decisions.add(node);
        }
        return decisions;
    }

    /** When a decision was taken that may stop early. */
    private static ObjectNode taken(Decision decision, TakenEarly taken, Clock clock) {
        ObjectNode node = JsonNodes.object();
        node.put("untilTick", taken.untilTick());
        node.put("afterSeconds", clock.seconds(taken.untilTick() - decision.fromTick()));
        node.put("early", decision.isEarly());
        node.put("winnerAtEnd", taken.winnerAtEnd());
        return node;
    }

    private static ObjectNode decision(Decision decision, ScenarioRun run) {
        ObjectNode node = JsonNodes.object();
        node.put("file", decision.file());
        node.put("label", decision.label());
        node.put("winner", decision.winner());
        node.put("correct", decision.correct());
        putSpan(node, decision.fromTick(), decision.untilTick(), run.clock());
        node.put("winnerSpikes", winnerSpikes(decision, run));
        node.put(
                "totalSpikes",
                Arrays.stream(decision.spikeCounts()).asLongStream().sum());
        ArrayNode counts = node.putArray("spikeCounts");
        Arrays.stream(decision.spikeCounts()).forEach(counts::add);
        JsonNodes.putNumber(node, "firstSpikeLatencySeconds", firstSpikeLatencySeconds(decision, run.clock()));
        ObjectNode energy = node.putObject("chipAlwaysOnJoules");
        ObjectNode dynamic = node.putObject("dynamicEnergyJoules");
        ObjectNode busy = node.putObject("chipSeconds");
        for (ChipCost cost : run.costs()) {
            String profile = cost.profile().name();
            JsonNodes.putNumber(energy, profile, energyJoules(cost, decision, run.ranTicks()));
            JsonNodes.putNumber(dynamic, profile, sum(cost.energy().tickJoules(), decision));
            JsonNodes.putNumber(busy, profile, sum(cost.timing().tickSeconds(), decision));
        }
        return node;
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

    private static void putSpan(ObjectNode node, long fromTick, long untilTick, Clock clock) {
        node.put("fromTick", fromTick);
        node.put("untilTick", untilTick);
        node.put("fromSeconds", clock.seconds(fromTick));
        node.put("untilSeconds", clock.seconds(untilTick));
    }
}
