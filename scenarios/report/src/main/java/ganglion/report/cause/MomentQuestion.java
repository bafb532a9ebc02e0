package ganglion.report.cause;

import ganglion.documents.InputException;
import ganglion.kernel.cause.Removal;
import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.scenario.cause.CauseAnswer;
import ganglion.scenario.cause.Causes;
import ganglion.scenario.cause.Pruning;
import ganglion.scenario.cause.SpikeFate;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.RunProgress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Asks of a finished run why a neuron fired at a tick, or did not. */
public final class MomentQuestion {

    /** How far beyond the tick a run is made again, to see what would have come instead of a spike. */
    static final long TICKS_AFTER = 500;

    private final ReplayedRun run;
    private final SpikeAddress address;
    private final SpikeId at;
    private final Causes causes;
    private final RunProgress progress;

    private MomentQuestion(ReplayedRun run, SpikeAddress address, Pruning pruning, RunProgress progress) {
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
            ReplayedRun.Source source, String option, String text, Pruning pruning, RunProgress progress)
            throws InputException {
        SpikeAddress address = SpikeAddress.parse(option, text, source.scenario());
        address.checkWithin(source.ticks());
        checkModel(address, source.scenario());
        return new MomentQuestion(
                source.replay(address.tick() + 1 + TICKS_AFTER, progress), address, pruning, progress);
    }

    /** Refuses what no run can answer, before it is made again. */
    private static void checkModel(SpikeAddress address, Scenario scenario) throws InputException {
        String neuron = address.population() + "/" + address.neuron();
        PopulationSpec population = scenario.population(address.population())
                .orElseThrow(() -> address.refusal("found " + neuron
                        + ", an input, whose spikes come from outside; expected a neuron of "
                        + scenario.populations().stream()
                                .map(PopulationSpec::name)
                                .collect(Collectors.joining(", "))));
        if (population.model().affine(address.neuron()).isEmpty()) {
            throw noSum(address, population.model());
        }
    }

    private static InputException noSum(SpikeAddress address, NeuronModel model) {
        return address.refusal("found " + address.population() + "/" + address.neuron() + " of the model "
                + model.name() + ", whose potential is no sum of its inputs; expected a neuron of another model");
    }

    /** The run, made again. */
    public ReplayedRun run() {
        return run;
    }

    /**
     * Why the neuron fired, and what becomes of the spike in the whole network without the one that lifted it most.
     *
     * @throws InputException if it did not fire, or the potential of its model is no sum
     */
    public CauseAnswer spike() throws InputException {
        if (!fired()) {
            throw address.refusal(
                    "found no spike of " + run.name(at) + " at " + run.time(at.tick()) + "; " + nearest());
        }
        CauseAnswer answer = answer();
        return answer.knockOut().isEmpty()
                ? answer
                : answer.with(inNetwork(answer.knockOut().get().left()));
    }

    private SpikeFate inNetwork(SpikeId left) throws InputException {
        List<SpikeRaster> without =
                run.without(List.of(new Removal.OfSpike(left)), progress).spikes();
        return SpikeFate.of(at, run.replay().spikes(), without);
    }

    /**
     * Why the neuron did not fire.
     *
     * @throws InputException if it did, or the potential of its model is no sum
     */
    public CauseAnswer missing() throws InputException {
        if (fired()) {
            throw address.refusal("found a spike of " + run.name(at) + " at " + run.time(at.tick())
                    + ", expected a time without one; --spike tells why it fired");
        }
        return answer();
    }

    private boolean fired() {
        return Arrays.binarySearch(spikes(), at.tick()) >= 0;
    }

    private long[] spikes() {
        return causes.spikesOf(at.population(), at.neuron());
    }

    private CauseAnswer answer() throws InputException {
        Population population = run.replay().network().populations().get(at.population());
        if (at.tick() < population.startTick()) {
            throw address.refusal("found " + run.time(at.tick()) + ", before " + population.name() + " starts at "
                    + run.time(population.startTick()));
        }
        return causes.explain(at).orElseThrow(() -> noSum(address, population.model()));
    }

    /** The spikes of the neuron around the tick, in words. */
    public String nearest() {
        return NearestSpikes.of(run, at, spikes());
    }
}
