package ganglion.hardware.cost;

import ganglion.hardware.activity.ActivityWalk;
import ganglion.hardware.activity.ActivityWalk.ActivityRule;
import ganglion.hardware.activity.ActivityWalk.TickListener;
import ganglion.hardware.activity.ArrivalRule;
import ganglion.hardware.activity.OperationCounter;
import ganglion.hardware.activity.PlacedTick;
import ganglion.hardware.activity.StateRule;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.Costing.CostRequest;
import ganglion.hardware.latency.CoreTrace;
import ganglion.hardware.placement.NetworkTargets;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placer;
import ganglion.kernel.parallel.TaskRunner;
import java.util.Arrays;
import java.util.List;

/** A recorded run on a chip that follows spikes, for telling what each of its cores does and when. */
public final class TracedRun {

    private final Workload workload;
    private final CostRequest request;
    private final NetworkTargets targets;
    private final PlacedNetwork placed;

    /**
     * Places the network.
     *
     * @param request a chip that follows spikes
     */
    public TracedRun(Workload workload, CostRequest request) {
        this.workload = workload;
        this.request = request;
        this.targets = new NetworkTargets(workload.network(), TaskRunner.SEQUENTIAL);
        Placer placer = new Placer(
                targets,
                Arrays.stream(workload.spikesByNeuron()).asDoubleStream().toArray());
        this.placed = placer.place(
                request.options().placement(),
                request.profile().cores().mesh(),
                request.profile().cores().limits());
    }

    /** The network on the chip. */
    public PlacedNetwork placed() {
        return placed;
    }

    /** The scenario's tick on the chip's clock, in seconds. */
    public double chipTickSeconds() {
        return SpikingRun.chipTickSeconds(workload.clock(), request.profile());
    }

    /** Unpublished figures without which the chip has no times; empty if they are known. The network must fit. */
    public List<String> unknown() {
        return run(counter(), CoreTrace.NONE).unknown();
    }

    /** Whether the chip has an energy for any operation; else ticks have none. */
    public boolean hasEnergies() {
        return !run(counter(), CoreTrace.NONE).energies().counted().isEmpty();
    }

    /** Whether it has one for each operation that a total may need, so that energies of ticks are not only a part. */
    public boolean hasAllEnergies() {
        return run(counter(), CoreTrace.NONE)
                .energies()
                .missing(operation -> mayOccur(operation) ? 1 : 0)
                .isEmpty();
    }

    private boolean mayOccur(Operation operation) {
        Mesh mesh = placed.placement().mesh();
        return switch (operation) {
            case HOP_EAST, HOP_WEST -> placed.placement().tilesUsed() > 1 && mesh.widthTiles() > 1;
            case HOP_NORTH, HOP_SOUTH -> placed.placement().tilesUsed() > 1 && mesh.heightTiles() > 1;
            case MESSAGE_BETWEEN_CHIPS -> placed.placement().chips() > 1;
            case MULTIPLY_ACCUMULATE -> !workload.numbers().isEmpty();
            default -> true;
        };
    }

    /**
     * Goes through the run. The network must fit, and all times be known.
     *
     * @param until the tick before which it ends
     */
    public void walk(long until, TickTrace trace) {
        OperationCounter counter = counter();
        SpikingRun run = run(counter, trace);
        ActivityRule rule = request.options().activeByState()
                ? new StateRule(workload.network(), workload.spikes())
                : new ArrivalRule(targets, workload.spikes());
        ActivityWalk walk = new ActivityWalk(workload.network(), workload.spikes(), rule);
        TickListener end = tick -> trace.ends(run.joules(tick.tick()), run.seconds(tick.tick()));
        walk.visit(placed, List.of(counter, (PlacedTick tick) -> trace.begins(tick), run, end));
        walk.walk(until);
    }

    private OperationCounter counter() {
        return new OperationCounter(placed, workload.numbers());
    }

    private SpikingRun run(OperationCounter counter, CoreTrace trace) {
        return new SpikingRun(workload, request, placed, counter, trace);
    }

    /** Receives what a chip does in each tick of a run: the tick begins, its cores report their work, the tick ends. */
    public interface TickTrace extends CoreTrace {

        /** A tick begins. The argument describes it and is reused for the next. */
        void begins(PlacedTick tick);

        /**
         * The tick is over.
         *
         * @param joules its dynamic energy, from the figures that are known
         * @param seconds how long the chip worked on it
         */
        void ends(double joules, double seconds);
    }
}
