package ganglion.report.cause;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.InputException;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Cell;
import ganglion.documents.table.Table.Column;
import ganglion.kernel.cause.Removal;
import ganglion.kernel.cause.SpikeId;
import ganglion.report.cause.Answer.Part;
import ganglion.scenario.cause.RunChanges;
import ganglion.scenario.cause.SpikeOutcome;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.run.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks of a finished run what it would have been without some spikes, neurons or synapses: runs it again as it was, and once more without
 * them.
 */
public final class WithoutQuestion {

    /** Changed decisions that are listed for people. */
    private static final int ROWS = 20;

    private WithoutQuestion() {}

    /**
     * A neuron at a tick.
     *
     * @param fired whether it fired in the run
     * @param outcome what it does without
     */
    record Moment(boolean fired, SpikeOutcome outcome) {}

    /**
     * A decision in both runs.
     *
     * @param before the winner in the run; empty if no neuron fired
     * @param after the winner without
     */
    private record DecisionChange(
            String file, String label, long fromTick, long untilTick, String before, String after) {

        private static DecisionChange of(Decision before, Decision after) {
            return new DecisionChange(
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
        private boolean changes() {
            return !before.equals(after);
        }
    }

    /**
     * What is asked beside what changes in general: one thing at most.
     *
     * @param spike address of a spike, or null
     * @param missing address of a moment without a spike, or null
     */
    public record Asked(String spike, String missing) {}

    private record Document(
            long ticks,
            List<Removal> without,
            Optional<Moment> spike,
            List<RunChanges.PopulationCounts> spikes,
            List<SpikeId> firstLost,
            List<SpikeId> firstNew,
            int decisionsCompared,
            List<DecisionChange> decisionsChanged) {}

    /**
     * Makes a run again with and without: to its end, or some ticks beyond a moment.
     *
     * @param without what to knock out, each as in {@link RemovalAddress}
     * @throws InputException if the run cannot be made again, or the question does not fit it
     */
    public static Answer answer(AskedRun.Source source, List<String> without, Asked asked, RunProgress progress)
            throws InputException {
        List<RemovalAddress> addresses = new ArrayList<>();
        for (String text : without) {
            addresses.add(RemovalAddress.parse(text, source.scenario()));
        }
        Optional<SpikeAddress> moment = moment(asked, source);
        long until = moment.map(address -> address.tick() + 1 + MomentQuestion.TICKS_AFTER)
                .orElse(source.ticks());
        AskedRun run = source.replay(until, true, progress);
        List<Removal> removals = new ArrayList<>();
        for (RemovalAddress address : addresses) {
            removals.add(address.in(run));
        }
        if (moment.isPresent()) {
            if (asked.spike() != null) {
                MomentQuestion.checkFired(run, moment.get());
            } else {
                MomentQuestion.checkMissing(run, moment.get(), "");
            }
        }
        Replay other = run.without(removals, progress);
        List<DecisionChange> decisions = decisions(source, run.replay(), other);
        RunChanges changes = RunChanges.between(run.replay().spikes(), other.spikes());
        Optional<Moment> spike = moment.map(address -> moment(address, asked.spike() != null, run, other));
        List<DecisionChange> changed =
                decisions.stream().filter(DecisionChange::changes).toList();
        Document document = new Document(
                run.replay().ticks(),
                removals,
                spike,
                changes.populations(),
                changes.firstLost(),
                changes.firstNew(),
                decisions.size(),
                changed);
        return new Answer(
                removals.stream()
                        .map(removal -> words(run, removal))
                        .collect(Collectors.joining("; without ", "Without ", "")),
                parts(run, document, changes),
                AnswerJson.document("ganglion-without", run, document));
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

    private static Moment moment(SpikeAddress address, boolean fired, AskedRun run, Replay other) {
        return new Moment(
                fired,
                SpikeOutcome.of(address.in(run.populations()), run.replay().spikes(), other.spikes()));
    }

    /** Those that the run has recorded and that were complete in what was made again of it. */
    private static List<DecisionChange> decisions(AskedRun.Source source, Replay before, Replay after) {
        List<Decision> first = before.decisions();
        List<Decision> other = after.decisions();
        List<DecisionChange> changes = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            DecisionChange change = DecisionChange.of(first.get(i), other.get(i));
            for (JsonNode recorded : source.decisions()) {
                if (change.is(recorded)) {
                    changes.add(change);
                    break;
                }
            }
        }
        return changes;
    }

    private static List<Part> parts(AskedRun run, Document document, RunChanges changes) {
        List<Part> parts = new ArrayList<>();
        document.spike().ifPresent(moment -> parts.add(Part.of(words(run, moment))));
        Table spikes = new Table(
                Column.text("spikes of"),
                Column.number("with"),
                Column.number("without"),
                Column.number("lost"),
                Column.number("new"));
        changes.populations()
                .forEach(counts -> spikes.row(
                        Cell.of(run.populations().get(counts.population())),
                        Cell.of(counts.before()),
                        Cell.of(counts.after()),
                        Cell.of(counts.lost()),
                        Cell.of(counts.added())));
        parts.add(Part.of("", spikes));
        list(run, "Lost", changes.firstLost(), changes.lost()).ifPresent(parts::add);
        list(run, "New", changes.firstNew(), changes.added()).ifPresent(parts::add);
        if (document.decisionsCompared() > 0) {
            parts.add(decisions(document));
        }
        parts.add(
                Part.of("The whole network was run again up to " + run.time(document.ticks()) + ", with and without."));
        return parts;
    }

    private static String words(AskedRun run, Removal removal) {
        if (removal instanceof Removal.OfSpike of) {
            return run.at(of.spike()) + ", which is fired and reaches nobody";
        }
        if (removal instanceof Removal.OfNeuron of) {
            return run.name(of.population(), of.neuron()) + ", which fires and reaches nobody";
        }
        Removal.OfSynapses of = (Removal.OfSynapses) removal;
        return "synapses from " + run.name(of.population(), of.neuron()) + " to "
                + run.name(of.targetPopulation(), of.target());
    }

    private static String words(AskedRun run, Moment moment) {
        SpikeOutcome outcome = moment.outcome();
        String which = run.at(outcome.spike()) + ": ";
        if (moment.fired()) {
            return which + new CauseText(run, 0).outcome(outcome) + ".";
        }
        String moved = outcome.movedToTick().isPresent()
                ? ", but at " + run.time(outcome.movedToTick().getAsLong())
                : "";
        return which
                + (outcome.stillFires() ? "the neuron now fires." : "the neuron still does not fire" + moved + ".");
    }

    private static Optional<Part> list(AskedRun run, String name, List<SpikeId> first, long count) {
        String more = count > first.size() ? " and " + (count - first.size()) + " later ones." : ".";
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        Part.of(name + ": " + first.stream().map(run::at).collect(Collectors.joining(", ")) + more));
    }

    private static Part decisions(Document document) {
        Table table = new Table(Column.text("clip"), Column.text("label"), Column.text("with"), Column.text("without"));
        document.decisionsChanged().stream()
                .limit(ROWS)
                .forEach(change -> table.row(change.file(), change.label(), change.before(), change.after()));
        return Part.of(
                "Decisions that change: " + document.decisionsChanged().size() + " of " + document.decisionsCompared()
                        + (document.decisionsChanged().size() > ROWS ? ", all of which --json lists." : "."),
                table);
    }
}
