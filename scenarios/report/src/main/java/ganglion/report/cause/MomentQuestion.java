package ganglion.report.cause;

import ganglion.documents.InputException;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.network.Population;
import ganglion.report.cause.Answer.Part;
import ganglion.scenario.cause.CauseAnswer;
import ganglion.scenario.cause.Causes;
import ganglion.scenario.cause.ReplayAnswer;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.RunProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks of a finished run why a neuron fired at a tick, or did not. Where its potential is a sum, the answer takes it apart; else the neuron is
 * run again without one after the other of the spikes that reached it.
 */
public final class MomentQuestion {

    /** How far beyond the tick a run is made again, to see what would have come instead of a spike. */
    private static final long TICKS_AFTER = 500;

    private static final int ROWS = 12;

    private final AskedRun run;
    private final SpikeId at;
    private final boolean fired;
    private final Optional<CauseAnswer> sum;
    private final Optional<ReplayAnswer> replay;
    private final CauseText text;

    private MomentQuestion(
            AskedRun run, SpikeId at, boolean fired, Optional<CauseAnswer> sum, Optional<ReplayAnswer> replay) {
        this.run = run;
        this.at = at;
        this.fired = fired;
        this.sum = sum;
        this.replay = replay;
        this.text = new CauseText(run, ROWS);
    }

    /**
     * Asks why a neuron fired.
     *
     * @param text of the question, as in {@link SpikeAddress}
     * @throws InputException if the run cannot be made again, gives other spikes, or the question does not fit it
     */
    public static Answer ofSpike(AskedRun.Source source, String text, RunProgress progress) throws InputException {
        SpikeAddress address = SpikeAddress.parse("--spike", text, source.scenario());
        AskedRun run = run(source, address, progress);
        checkFired(run, address);
        SpikeId at = address.in(run.populations());
        Causes causes = run.causes();
        Optional<CauseAnswer> sum = causes.explain(at);
        Optional<ReplayAnswer> replay = sum.isPresent() ? Optional.empty() : Optional.of(causes.replay(at));
        return new MomentQuestion(run, at, true, sum, replay).answer();
    }

    /**
     * Asks why a neuron did not fire.
     *
     * @param text of the question, as in {@link SpikeAddress}
     * @throws InputException if the run cannot be made again, gives other spikes, or the question does not fit it
     */
    public static Answer ofMissing(AskedRun.Source source, String text, RunProgress progress) throws InputException {
        SpikeAddress address = SpikeAddress.parse("--missing", text, source.scenario());
        AskedRun run = run(source, address, progress);
        checkMissing(run, address);
        SpikeId at = address.in(run.populations());
        Population population = run.replay().network().population(at.population());
        if (at.tick() < population.startTick()) {
            throw address.refusal("found " + run.time(at.tick()) + ", before " + population.name() + " starts at "
                    + run.time(population.startTick()));
        }
        Causes causes = run.causes();
        Optional<CauseAnswer> sum = causes.explain(at);
        return new MomentQuestion(
                        run, at, false, sum, sum.isPresent() ? Optional.empty() : Optional.of(causes.replay(at)))
                .answer();
    }

    /** The run, made again up to some ticks after the moment. */
    private static AskedRun run(AskedRun.Source source, SpikeAddress address, RunProgress progress)
            throws InputException {
        address.checkWithin(source.ticks());
        checkNeuron(address, source.scenario());
        return source.replay(address.tick() + 1 + TICKS_AFTER, progress);
    }

    /** Refuses a moment at which the neuron did not fire. */
    private static void checkFired(AskedRun run, SpikeAddress address) throws InputException {
        SpikeId at = address.in(run.populations());
        if (!run.fired(at)) {
            throw address.refusal(run.noSpike(at));
        }
    }

    /**
     * Refuses a moment at which the neuron fired.
     */
    private static void checkMissing(AskedRun run, SpikeAddress address) throws InputException {
        SpikeId at = address.in(run.populations());
        if (run.fired(at)) {
            throw address.refusal(
                    "found a spike of " + run.at(at) + ", expected a time without one; --spike tells why it fired");
        }
    }

    /** Refuses what no run can answer, before it is made again. */
    private static void checkNeuron(SpikeAddress address, Scenario scenario) throws InputException {
        String neuron = address.population() + "/" + address.neuron();
        scenario.population(address.population())
                .orElseThrow(() -> address.refusal("found " + neuron
                        + ", an input, whose spikes come from outside; expected a neuron of "
                        + scenario.populations().stream()
                                .map(PopulationSpec::name)
                                .collect(Collectors.joining(", "))));
    }

    private Answer answer() {
        return sum.map(this::bySum).orElseGet(() -> byReplay(replay.orElseThrow()));
    }

    private String nearest() {
        return fired ? "" : "In the run, " + run.nearest(at) + ".";
    }

    private Answer bySum(CauseAnswer answer) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of(nearest()));
        parts.add(Part.of(text.comparison(answer) + " The potential is the sum of:", text.parts(answer.cause())));
        answer.origins()
                .ifPresent(origins -> parts.add(Part.of("Followed back to the inputs:", text.origins(origins))));
        text.trials(answer).forEach(trial -> parts.add(Part.of(trial)));
        parts.add(Part.of(run.provenance() + "."));
        return new Answer(text.title(at, fired), parts, AnswerJson.document("ganglion-causes", run, answer));
    }

    private Answer byReplay(ReplayAnswer answer) {
        Table table = new Table(Column.text("without"), Column.number("its weight"), Column.text("then"));
        answer.trials().stream()
                .limit(ROWS)
                .forEach(trial -> table.row(
                        run.at(trial.spike()),
                        CauseText.number(trial.weight()),
                        trial.fires()
                                ? "it fires"
                                : "it does not fire; its potential is " + CauseText.number(trial.potential())));
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of(nearest()));
        parts.add(Part.of(
                "By replay, since its potential is no sum of its inputs: the neuron was run again without one of the"
                        + " spikes that reached it, and again without another."
                        + (fired ? "" : " Its potential is " + CauseText.number(answer.potential()) + "."),
                table));
        parts.add(Part.of("Spikes that reached it from " + run.time(answer.arrivedFromTick()) + " on: "
                + answer.arrived() + "; tried: the last " + answer.trials().size() + ", all of which --json lists."
                + (answer.decisive().isPresent() ? "" : " None of them alone makes the difference.")));
        parts.add(Part.of(CauseText.checked(answer.repeatedAlone()) + " " + run.provenance() + "."));
        return new Answer(text.title(at, fired), parts, AnswerJson.document("ganglion-causes-by-replay", run, answer));
    }
}
