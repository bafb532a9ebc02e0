package ganglion.report.cause;

import ganglion.documents.InputException;
import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.network.Population;
import ganglion.scenario.cause.CauseAnswer;
import ganglion.scenario.cause.Causes;
import ganglion.scenario.cause.Pruning;
import ganglion.scenario.cause.ReplayAnswer;
import ganglion.scenario.cause.SpikeFate;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.RunProgress;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Asks of a finished run why a neuron fired at a tick, or did not. */
public final class MomentQuestion {

    /** How far beyond the tick a run is made again, to see what would have come instead of a spike. */
    static final long TICKS_AFTER = 500;

    private final AskedRun run;
    private final SpikeAddress address;
    private final SpikeId at;
    private final Causes causes;
    private final RunProgress progress;

    private MomentQuestion(AskedRun run, SpikeAddress address, Pruning pruning, RunProgress progress) {
        this.progress = progress;
        this.run = run;
        this.address = address;
        this.at = address.in(run.populations());
        this.causes = run.causes(pruning);
    }

    /**
     * Makes a run again, up to some ticks after the moment that is asked for.
     *
     * @param option the option that asks
     * @param text of the question, as in {@link SpikeAddress}
     * @throws InputException if the run cannot be made again, gives other spikes, or the question does not fit it
     */
    public static MomentQuestion of(
            AskedRun.Source source, String option, String text, Pruning pruning, RunProgress progress)
            throws InputException {
        SpikeAddress address = SpikeAddress.parse(option, text, source.scenario());
        address.checkWithin(source.ticks());
        checkNeuron(address, source.scenario());
        return new MomentQuestion(
                source.replay(address.tick() + 1 + TICKS_AFTER, progress), address, pruning, progress);
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

    /** The run, made again. */
    public AskedRun run() {
        return run;
    }

    /**
     * Why the neuron fired, and what becomes of the spike in the whole network without the one that lifted it most.
     *
     * @throws InputException if it did not fire
     */
    public CauseAnswer spike() throws InputException {
        checkFired();
        CauseAnswer answer = answer();
        return answer.knockOut().isEmpty()
                ? answer
                : answer.with(inNetwork(answer.knockOut().get().left()));
    }

    private SpikeFate inNetwork(SpikeId left) throws InputException {
        return SpikeFate.of(
                at, run.replay().spikes(), run.without(left, progress).spikes());
    }

    /**
     * Why the neuron did not fire.
     *
     * @throws InputException if it did
     */
    public CauseAnswer missing() throws InputException {
        checkMissing();
        return answer();
    }

    /** Whether the potential of the neuron is a sum. Else there are answers by replay only. */
    public boolean isSum() {
        Population population = run.replay().network().populations().get(at.population());
        return population.model().affine(at.neuron()).isPresent();
    }

    /**
     * Why the neuron fired, by replay, and what becomes of the spike in the whole network without the one that tells most.
     *
     * @throws InputException if it did not fire
     */
    public ReplayAnswer spikeByReplay() throws InputException {
        checkFired();
        ReplayAnswer answer = causes.replay(at);
        return answer.decisive().isEmpty()
                ? answer
                : answer.with(inNetwork(answer.decisive().get()));
    }

    /**
     * Why the neuron did not fire, by replay.
     *
     * @throws InputException if it did
     */
    public ReplayAnswer missingByReplay() throws InputException {
        checkMissing();
        checkStarted();
        return causes.replay(at);
    }

    private void checkFired() throws InputException {
        if (!fired()) {
            throw address.refusal(NearestSpikes.instead(run, at, spikes()));
        }
    }

    private void checkMissing() throws InputException {
        if (fired()) {
            throw address.refusal("found a spike of " + run.name(at) + " at " + run.time(at.tick())
                    + ", expected a time without one; --spike tells why it fired");
        }
    }

    private boolean fired() {
        return Arrays.binarySearch(spikes(), at.tick()) >= 0;
    }

    private long[] spikes() {
        return causes.spikesOf(at.population(), at.neuron());
    }

    private CauseAnswer answer() throws InputException {
        checkStarted();
        return causes.explain(at)
                .orElseThrow(() -> new IllegalStateException("the potential of " + run.name(at) + " is no sum"));
    }

    private void checkStarted() throws InputException {
        Population population = run.replay().network().populations().get(at.population());
        if (at.tick() < population.startTick()) {
            throw address.refusal("found " + run.time(at.tick()) + ", before " + population.name() + " starts at "
                    + run.time(population.startTick()));
        }
    }

    /** The spikes of the neuron around the tick, in words. */
    public String nearest() {
        return NearestSpikes.of(run, at, spikes());
    }
}
