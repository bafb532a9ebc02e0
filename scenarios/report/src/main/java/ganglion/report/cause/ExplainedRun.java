package ganglion.report.cause;

import ganglion.kernel.cause.SpikeId;
import ganglion.report.run.PageOfRun;
import ganglion.scenario.cause.CauseAnswer;
import ganglion.scenario.cause.Causes;
import ganglion.scenario.cause.Pruning;
import ganglion.scenario.model.ReadOutRule;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.result.ExpectationOutcome.RasterDivergence;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.Replay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages that explain what went wrong in a run that has just been made: each wrong decision, and the first spike of each failed raster. */
public final class ExplainedRun {

    /** More would take longer than anybody reads. */
    private static final int MOST_PAGES = 20;

    private final ScenarioRun run;
    private final AskedRun replayed;
    private final Causes causes;

    private ExplainedRun(ScenarioRun run) {
        this.run = run;
        this.replayed = new AskedRun(Replay.of(run), true);
        this.causes = replayed.causes(Pruning.USUAL);
    }

    /** Whether the spikes and synapses of a run are in memory. */
    public static boolean isPossible(ScenarioRun run) {
        return !run.isStreamed() && run.shared().isEmpty();
    }

    /**
     * Explains a run.
     *
     * @throws IllegalArgumentException if its spikes are on disk only, or its synapses on several nodes
     * @throws IOException if a picture or a sound cannot be made
     */
    public static List<PageOfRun> pages(ScenarioRun run) throws IOException {
        ExplainedRun explained = new ExplainedRun(run);
        List<PageOfRun> pages = new ArrayList<>();
        for (int i = 0; i < run.decisions().size() && pages.size() < MOST_PAGES; i++) {
            Decision decision = run.decisions().get(i);
            if (!decision.label().isEmpty() && !decision.correct()) {
                Optional<String> page = explained.of(decision);
                if (page.isPresent()) {
                    pages.add(new PageOfRun("decisions", i, page.get()));
                }
            }
        }
        for (int i = 0; i < run.expectations().size() && pages.size() < MOST_PAGES; i++) {
            ExpectationOutcome outcome = run.expectations().get(i);
            if (!outcome.passed() && outcome.departure().isPresent()) {
                Optional<String> page = explained.of(outcome.departure().get());
                if (page.isPresent()) {
                    pages.add(new PageOfRun("expectations", i, page.get()));
                }
            }
        }
        return pages;
    }

    private Optional<String> of(Decision decision) throws IOException {
        ReadOutRule rule = run.scenario().decision().orElseThrow().readOut();
        String name = run.scenario().decision().orElseThrow().population();
        int population = replayed.populations().indexOf(name);
        String told = (decision.file().isEmpty() ? "The run" : decision.file()) + " was decided as "
                + (decision.winner().isEmpty() ? "nothing" : decision.winner()) + "; its label is " + decision.label()
                + ". ";
        String asked = decision.winner().isEmpty() ? decision.label() : decision.winner();
        Map<Integer, String> speakers = DecisionQuestion.speakers(
                asked, rule, run.scenario().population(name).orElseThrow());
        Optional<Integer> loudest = speakers.keySet().stream()
                .max(Comparator.comparingInt((Integer neuron) -> spikes(population, neuron, decision).length)
                        .thenComparing(Comparator.reverseOrder()));
        if (loudest.isEmpty()) {
            return Optional.empty();
        }
        int neuron = loudest.get();
        long[] spikes = spikes(population, neuron, decision);
        if (spikes.length == 0 || rule.score().ofMembranes()) {
            long last = Math.min(decision.untilTick(), run.ranTicks()) - 1;
            return page(
                    new SpikeId(population, neuron, last),
                    told + replayed.name(population, neuron) + " speaks for " + asked
                            + ". This is its potential at the last tick of the decision.");
        }
        return page(
                new SpikeId(population, neuron, spikes[0]),
                told + "This is the first of the " + spikes.length + " spikes of " + replayed.name(population, neuron)
                        + " that spoke for " + asked + ".");
    }

    private long[] spikes(int population, int neuron, Decision decision) {
        return Arrays.stream(causes.spikesOf(population, neuron))
                .filter(tick -> tick >= decision.fromTick() && tick < decision.restsUntilTick())
                .toArray();
    }

    private Optional<String> of(RasterDivergence departure) throws IOException {
        int population = replayed.populations().indexOf(departure.population());
        SpikeId at = new SpikeId(population, departure.neuron(), departure.tick());
        boolean fired = Arrays.binarySearch(causes.spikesOf(population, departure.neuron()), departure.tick()) >= 0;
        return page(
                at,
                "Here the spikes of " + departure.population() + " first differ from the expected raster, in which "
                        + replayed.name(at) + (fired ? " does not fire" : " fires") + " at this time.");
    }

    /** Empty for inputs, for neurons whose potential is no sum, and for a tick beyond the run. */
    private Optional<String> page(SpikeId at, String about) throws IOException {
        if (at.tick() >= run.ranTicks()
                || !run.network().populations().get(at.population()).model().takesInput()) {
            return Optional.empty();
        }
        Optional<CauseAnswer> answer = causes.explain(at);
        return answer.isEmpty()
                ? Optional.empty()
                : Optional.of(CausePage.of(replayed, answer.get(), about, CausePage.ITS_FOLDER));
    }
}
