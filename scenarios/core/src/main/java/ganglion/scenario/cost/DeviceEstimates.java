package ganglion.scenario.cost;

import ganglion.cochlea.operation.CochleaStage;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.RunActivity;
import ganglion.hardware.cost.RunActivity.Sample;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.estimate.ArtificialCounterpart;
import ganglion.hardware.estimate.ChipEstimate;
import ganglion.hardware.estimate.Computation;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.estimate.DecisionWork;
import ganglion.hardware.estimate.DecisionWork.TickRange;
import ganglion.hardware.estimate.DenseEstimate;
import ganglion.hardware.estimate.DenseTask;
import ganglion.hardware.estimate.Surroundings;
import ganglion.hardware.layered.Activity;
import ganglion.hardware.library.KnownDevices;
import ganglion.hardware.metrics.NumberInput;
import ganglion.hardware.signal.FrontEndWork;
import ganglion.hardware.signal.SignalWork;
import ganglion.kernel.network.Network;
import ganglion.scenario.bind.NumberInputs;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ScenarioRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the work of a run takes on each device of a scenario, in each way that the device can compute it. Estimated when first
 * asked for; not thread safe.
 */
public final class DeviceEstimates {

    private final Workload workload;
    private final List<ChipCost> costs;
    private final List<TickRange> decided;
    private final boolean decides;
    private final List<FrontEndWork> frontEnds;
    private final Surroundings surroundings;
    private final Optional<String> withoutArtificial;
    private List<DecisionEstimate> ofDecision;
    private List<DecisionEstimate> ofRun;

    /**
     * @param hardware the devices
     * @param costs estimated cost of the run on each of them
     * @param decisions the decisions; may be empty
     * @param frontEnds work of the front end of each input that is sound
     */
    public DeviceEstimates(
            Workload workload,
            List<HardwareSpec> hardware,
            List<ChipCost> costs,
            List<Decision> decisions,
            List<FrontEndWork> frontEnds) {
        this(workload, hardware, costs, decided(workload, decisions), !decisions.isEmpty(), frontEnds);
    }

    private DeviceEstimates(
            Workload workload,
            List<HardwareSpec> hardware,
            List<ChipCost> costs,
            List<TickRange> decided,
            boolean decides,
            List<FrontEndWork> frontEnds) {
        this.workload = workload;
        this.costs = List.copyOf(costs);
        this.decided = decided;
        this.decides = decides;
        this.frontEnds = atTheRightRate(frontEnds);
        this.surroundings =
                new KnownDevices(hardware.stream().map(HardwareSpec::profile).toList());
        this.withoutArtificial = ArtificialCounterpart.reasonAgainst(workload.network(), decides);
    }

    /** The estimates of a run. */
    public static DeviceEstimates of(ScenarioRun run) {
        return new DeviceEstimates(
                workload(run),
                run.scenario().hardware(),
                run.costs(),
                run.decisions(),
                FrontEndCounter.of(run.scenario(), run.clips(), run.ranTicks()));
    }

    /**
     * The estimate of one device: unless said otherwise of what it is made for, or where no artificial network stands in for the spiking one, of
     * the next that it can compute; in its smallest number format.
     *
     * @param estimates those of all devices, of a decision or of the run
     * @throws IllegalArgumentException if there is none
     */
    public static DecisionEstimate select(
            List<DecisionEstimate> estimates, HardwareProfile profile, Optional<Computation> computes) {
        List<DecisionEstimate> ofDevice = estimates.stream()
                .filter(estimate -> estimate.profile().name().equals(profile.name()))
                .toList();
        Computation computation = computes.or(() -> madeFor(ofDevice, profile)).orElse(Computation.ARTIFICIAL);
        return ofDevice.stream()
                .filter(estimate -> estimate.computation() == computation)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "found no estimate of " + computation.word() + " on " + profile.name()));
    }

    private static Optional<Computation> madeFor(List<DecisionEstimate> ofDevice, HardwareProfile profile) {
        return Computation.on(profile).stream()
                .filter(computation -> computation != Computation.ARTIFICIAL
                        || ofDevice.stream()
                                .anyMatch(estimate -> estimate.computation() == computation && estimate.possible()))
                .findFirst();
    }

    /** What a run asks of every device alike. */
    public static Workload workload(ScenarioRun run) {
        long ticks = Math.max(1, run.ranTicks());
        return new Workload(
                run.precision().map(change -> change.network().given()).orElse(run.network()),
                run.network(),
                run.result().spikes(),
                ticks,
                run.clock(),
                NumberInputs.of(run.network(), run.clips(), ticks));
    }

    /** What a decision takes, in the mean over all; the whole run where nothing is decided. */
    public List<DecisionEstimate> ofDecision() {
        if (ofDecision == null) {
            ofDecision = estimates(work(), 1);
        }
        return ofDecision;
    }

    /** What the whole run takes: an artificial network is evaluated once for each decision. */
    public List<DecisionEstimate> ofRun() {
        if (ofRun == null) {
            TickRange whole = new TickRange(0, workload.ticks());
            ofRun = estimates(
                    new DecisionWork(List.of(whole), workload.clock().tickSeconds(), frontEnds), decided.size());
        }
        return ofRun;
    }

    /** Why no artificial network stands in for the spiking one, as half a sentence; empty if one does. */
    Optional<String> withoutArtificial() {
        return withoutArtificial;
    }

    /** What the network did in its decisions, or in the whole run where there is none; without the resampling of recordings. */
    public Activity activity(String name) {
        double seconds = decided.stream()
                .mapToDouble(range -> workload.clock().seconds(range.until() - range.from()))
                .sum();
        SignalWork signal = SignalWork.NONE;
        for (FrontEndWork frontEnd : frontEnds) {
            signal = signal.plus(frontEnd.total().times(seconds / frontEnd.soundSeconds()));
        }
        return RunActivity.of(
                name,
                "ganglion run",
                workload,
                decided.stream()
                        .map(range -> new Sample(range.from(), range.until()))
                        .toList(),
                decides,
                signal.counts());
    }

    /** What is asked of every device for one decision. */
    DecisionWork work() {
        return new DecisionWork(decided, workload.clock().tickSeconds(), frontEnds);
    }

    private List<DecisionEstimate> estimates(DecisionWork work, int evaluations) {
        List<DecisionEstimate> estimates = new ArrayList<>();
        for (ChipCost cost : costs) {
            if (cost.profile().cores().execution() == Execution.SPIKING) {
                estimates.add(ChipEstimate.of(cost, work, surroundings));
            }
            estimates.addAll(dense(cost.profile(), work, evaluations));
            ArtificialCounterpart.impossible(cost.profile(), withoutArtificial, work.periodSeconds(), surroundings)
                    .ifPresent(estimates::add);
        }
        return List.copyOf(estimates);
    }

    private List<DecisionEstimate> dense(HardwareProfile profile, DecisionWork work, int evaluations) {
        Network network = workload.network();
        List<NumberInput> numbers = workload.numbers();
        long ticks = Math.max(1, Math.round(work.ticksPerDecision()));
        return Arrays.stream(NumberFormat.values())
                .flatMap(format -> Stream.concat(
                        Stream.of(DenseTask.inEveryTick(network, numbers, format, ticks)),
                        withoutArtificial.isPresent()
                                ? Stream.empty()
                                : Stream.of(DenseTask.artificial(network, numbers, format, evaluations))))
                .flatMap(task -> DenseEstimate.of(profile, task, work, surroundings).stream())
                .distinct() // one that is impossible is so in every format
                .toList();
    }

    /** The ticks of each decision that was simulated; those of the whole run where there is none. */
    private static List<TickRange> decided(Workload workload, List<Decision> decisions) {
        List<TickRange> ranges = decisions.stream()
                .filter(decision -> decision.fromTick() < workload.ticks())
                .map(decision -> new TickRange(decision.fromTick(), Math.min(decision.untilTick(), workload.ticks())))
                .toList();
        return ranges.isEmpty() ? List.of(new TickRange(0, workload.ticks())) : ranges;
    }

    /** A device's microphone samples at the rate of the front end: only recordings are resampled. */
    private static List<FrontEndWork> atTheRightRate(List<FrontEndWork> frontEnds) {
        return frontEnds.stream()
                .map(frontEnd -> frontEnd.without(CochleaStage.RESAMPLING.word()))
                .toList();
    }
}
