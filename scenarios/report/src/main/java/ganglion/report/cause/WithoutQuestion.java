package ganglion.report.cause;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.InputException;
import ganglion.kernel.cause.Removal;
import ganglion.kernel.cause.SpikeId;
import ganglion.scenario.cause.RunChanges;
import ganglion.scenario.cause.SpikeFate;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.run.Replay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Asks of a finished run what it would have been without some spikes, neurons or synapses: runs it again as it was, and once more without
 * them.
 *
 * @param run the run, made again
 * @param removals what is knocked out
 * @param changes how the spikes differ
 * @param moment what becomes of a spike, or of a moment without one; empty if none was asked for
 * @param decision what becomes of a decision; empty if none was asked for
 * @param decisions all decisions that ended within what was run
 */
public record WithoutQuestion(
        AskedRun run,
        List<Removal> removals,
        RunChanges changes,
        Optional<Moment> moment,
        Optional<DecisionFate> decision,
        List<DecisionFate> decisions) {

    /** Copies the lists. */
    public WithoutQuestion {
        removals = List.copyOf(removals);
        decisions = List.copyOf(decisions);
    }

    /**
     * A neuron at a tick.
     *
     * @param fired whether it fired in the run
     * @param fate what it does without
     */
    public record Moment(boolean fired, SpikeFate fate) {}

    /**
     * A decision in both runs.
     *
     * @param before the winner in the run; empty if no neuron fired
     * @param after the winner without
     */
    public record DecisionFate(String file, String label, long fromTick, long untilTick, String before, String after) {

        private static DecisionFate of(Decision before, Decision after) {
            return new DecisionFate(
                    before.file(),
                    before.label(),
                    before.fromTick(),
                    before.untilTick(),
                    before.winner(),
                    after.winner());
        }

        private boolean is(JsonNode recorded) {
            return file.equals(recorded.path("file").asText())
                    && fromTick == recorded.path("fromTick").asLong(-1)
                    && untilTick == recorded.path("untilTick").asLong(-1);
        }

        /** Whether another class comes out. */
        public boolean changes() {
            return !before.equals(after);
        }
    }

    /**
     * What is asked beside what changes in general: one thing at most.
     *
     * @param spike address of a spike, or null
     * @param missing address of a moment without a spike, or null
     * @param decision a clip or the number of a decision, or null
     */
    public record Asked(String spike, String missing, String decision) {}

    /**
     * Makes a run again with and without: to its end, or some ticks beyond a moment, or to the end of a decision.
     *
     * @param without what to knock out, each as in {@link RemovalAddress}
     * @throws InputException if the run cannot be made again, or the question does not fit it
     */
    public static WithoutQuestion of(AskedRun.Source source, List<String> without, Asked asked, RunProgress progress)
            throws InputException {
        List<RemovalAddress> addresses = new ArrayList<>();
        for (String text : without) {
            addresses.add(RemovalAddress.parse(text, source.scenario()));
        }
        Optional<SpikeAddress> moment = moment(asked, source);
        long until = source.ticks();
        Optional<JsonNode> recorded = Optional.empty();
        if (moment.isPresent()) {
            until = moment.get().tick() + 1 + MomentQuestion.TICKS_AFTER;
        } else if (asked.decision() != null) {
            recorded = Optional.of(
                    source.decisions().get(NamedDecisions.find("--decision", source.decisions(), asked.decision())));
            until = recorded.get().path("untilTick").asLong(source.ticks());
        }
        AskedRun run = source.replay(until, true, progress);
        List<Removal> removals = new ArrayList<>();
        for (RemovalAddress address : addresses) {
            removals.add(address.in(run));
        }
        if (moment.isPresent()) {
            checkMoment(moment.get(), asked.spike() != null, run);
        }
        Replay other = run.without(removals, progress);
        List<DecisionFate> decisions = decisions(source, run.replay(), other);
        Optional<DecisionFate> decision = Optional.empty();
        if (recorded.isPresent()) {
            JsonNode which = recorded.get();
            decision = Optional.of(
                    decisions.stream()
                            .filter(fate -> fate.is(which))
                            .findFirst()
                            .orElseThrow(
                                    () -> DecisionQuestion.problem(
                                            "found other decisions than the run has recorded, expected result.json as the run wrote it")));
        }
        return new WithoutQuestion(
                run,
                removals,
                RunChanges.between(run.replay().spikes(), other.spikes()),
                moment.map(address -> fate(address, asked.spike() != null, run, other)),
                decision,
                decisions);
    }

    private static Optional<SpikeAddress> moment(Asked asked, AskedRun.Source source) throws InputException {
        if (asked.spike() == null && asked.missing() == null) {
            return Optional.empty();
        }
        String option = asked.spike() != null ? "--spike" : "--missing";
        String text = asked.spike() != null ? asked.spike() : asked.missing();
        SpikeAddress address = SpikeAddress.parse(option, text, source.scenario());
        address.checkWithin(source.ticks());
        return Optional.of(address);
    }

    private static void checkMoment(SpikeAddress address, boolean expected, AskedRun run) throws InputException {
        SpikeId at = address.in(run.populations());
        long[] spikes = run.spikesOf(at);
        boolean fired = Arrays.binarySearch(spikes, at.tick()) >= 0;
        if (fired != expected) {
            throw address.refusal(
                    expected
                            ? NearestSpikes.instead(run, at, spikes)
                            : "found a spike of " + run.name(at) + " at " + run.time(at.tick())
                                    + ", expected a time without one");
        }
    }

    private static Moment fate(SpikeAddress address, boolean fired, AskedRun run, Replay other) {
        return new Moment(
                fired, SpikeFate.of(address.in(run.populations()), run.replay().spikes(), other.spikes()));
    }

    /** Those that the run has recorded and that were complete in what was made again of it. */
    private static List<DecisionFate> decisions(AskedRun.Source source, Replay before, Replay after) {
        List<Decision> first = before.decisions();
        List<Decision> other = after.decisions();
        List<DecisionFate> fates = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            DecisionFate fate = DecisionFate.of(first.get(i), other.get(i));
            for (JsonNode recorded : source.decisions()) {
                if (fate.is(recorded)) {
                    fates.add(fate);
                    break;
                }
            }
        }
        return fates;
    }
}
