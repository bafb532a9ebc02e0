package ganglion.report.cause;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.hardware.cost.Workload;
import ganglion.report.files.JsonDocument;
import ganglion.report.run.RecordedDecisions;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.bind.NumberInputs;
import ganglion.scenario.future.DecisionCurve;
import ganglion.scenario.future.DecisionFutures;
import ganglion.scenario.future.EarlyExit;
import ganglion.scenario.future.FutureRules;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.run.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Asks of a finished run when its decisions became certain.
 *
 * @param run made again to its end
 * @param rules which futures were tried
 * @param curves of the decisions that were asked for, in order
 * @param spent the energies of each of them on each device that computes tick by tick; none if the scenario names no device
 */
public record CertaintyQuestion(
        AskedRun run, FutureRules rules, List<DecisionCurve> curves, List<List<EarlyExit.Spent>> spent) {

    /** Potentials of the read-out population that each future holds; they take 80 MB. */
    public static final long MOST_HELD_POTENTIALS = 10_000_000;

    private static final String OPTION = "--when";

    /** Takes copies of the lists. */
    public CertaintyQuestion {
        curves = List.copyOf(curves);
        spent = List.copyOf(spent);
    }

    /**
     * Makes a run again, and tries the futures of its decisions.
     *
     * @param which the clip as the scenario names it, or the number of the decision, from 0; empty for all decisions
     * @param threads that futures are run on; changes no result
     * @throws InputException if there is no such decision, or nothing that reaches the network can be disturbed
     */
    public static CertaintyQuestion of(
            AskedRun.Source source, String which, FutureRules rules, int threads, RunProgress progress)
            throws InputException {
        NamedDecisions.checkAny(OPTION, source.decisions());
        List<Integer> asked = which.isEmpty()
                ? IntStream.range(0, source.decisions().size()).boxed().toList()
                : List.of(NamedDecisions.find(OPTION, source.decisions(), which));
        check(source);
        AskedRun run = source.replay(source.ticks(), progress);
        Replay replay = run.replay();
        List<Decision> decisions = decisions(source, replay);
        List<DecisionCurve> curves = new DecisionFutures(
                        source.scenario(),
                        replay.network(),
                        replay.spikes(),
                        replay.clips(),
                        rules,
                        new ThreadedTasks(threads))
                .curves(decisions, asked, share -> progress.advanced("futures", share));
        return new CertaintyQuestion(run, rules, curves, spent(replay, rules, curves));
    }

    private static void check(AskedRun.Source source) throws InputException {
        Scenario scenario = source.scenario();
        DecisionRule rule =
                scenario.decision().orElseThrow(() -> problem("found a scenario without \"decision\", expected one"));
        if (!rule.input().isEmpty() && NetworkBinder.isCurrents(scenario, rule.input())) {
            throw problem(
                    "found " + rule.input()
                            + ", which reaches the network as numbers, expected clips or samples of spikes that can be disturbed");
        }
        if (!hasSpikesFromOutside(scenario)) {
            throw problem("found a scenario without inputs of spikes, expected one of which spikes can be disturbed");
        }
        if (!rule.readOut().score().needsMembranes()) {
            return;
        }
        long potentials = source.ticks()
                * scenario.population(rule.population()).orElseThrow().size();
        if (potentials > MOST_HELD_POTENTIALS) {
            throw problem("found a decision by " + potentials
                    + " potentials, which each future would hold, expected at most " + MOST_HELD_POTENTIALS);
        }
        if (scenario.precision().isPresent()) {
            throw problem("found a decision by potentials in the precision of a chip, expected one by spikes");
        }
    }

    private static boolean hasSpikesFromOutside(Scenario scenario) {
        return scenario.inputs().stream().anyMatch(input -> !NetworkBinder.isCurrents(scenario, input.name()))
                || scenario.populations().stream()
                        .anyMatch(population -> !population.model().takesInput());
    }

    /** The decisions of the run, each of which must be that of the clip of its number. */
    private static List<Decision> decisions(AskedRun.Source source, Replay replay) throws InputException {
        String input = source.scenario().decision().orElseThrow().input();
        List<Clip> clips = replay.clips().stream()
                .filter(clip -> clip.input().equals(input))
                .toList();
        List<Decision> decisions = new ArrayList<>();
        for (JsonNode node : source.decisions()) {
            Decision decision =
                    RecordedDecisions.decision(node, source.scenario().clock().tickSeconds());
            int number = decisions.size();
            boolean known = input.isEmpty()
                    ? number == 0
                    : number < clips.size()
                            && clips.get(number).file().equals(decision.file())
                            && clips.get(number).fromTick() <= decision.fromTick();
            boolean isClass =
                    decision.winner().isEmpty() || DecisionQuestion.speaksFor(decision.winner(), source.scenario());
            if (!known
                    || !isClass
                    || decision.fromTick() >= decision.untilTick()
                    || decision.untilTick() > replay.ticks()) {
                throw JsonDocument.refusal(
                        source.recorded().directory().resolve("result.json"),
                        "/decisions/" + number
                                + ": found a decision that is not one of the scenario, expected it as the run wrote it");
            }
            decisions.add(decision);
        }
        return decisions;
    }

    private static List<List<EarlyExit.Spent>> spent(Replay replay, FutureRules rules, List<DecisionCurve> curves) {
        Scenario scenario = replay.scenario();
        if (scenario.hardware().isEmpty()) {
            return List.of();
        }
        Workload workload = new Workload(
                replay.network(),
                replay.spikes(),
                replay.ticks(),
                scenario.clock(),
                NumberInputs.of(replay.network(), replay.clips(), replay.ticks()));
        EarlyExit exit = new EarlyExit(scenario, workload, replay.clips());
        return curves.stream()
                .map(curve -> exit.by(curve.decision(), curve.fromTick(), curve.certainFrom(rules.certain())))
                .toList();
    }

    private static InputException problem(String message) {
        return new InputException(new Problem(OPTION, 0, "", message));
    }
}
