package ganglion.hardware;

import ganglion.hardware.activity.ActivityListener;
import ganglion.hardware.activity.ActivityWalk;
import ganglion.hardware.activity.CoreLoads;
import ganglion.hardware.activity.OperationCounter;
import ganglion.hardware.energy.EnergyModel;
import ganglion.hardware.latency.BarrierCurve;
import ganglion.hardware.latency.BarrierTimer;
import ganglion.hardware.placement.Placement;
import ganglion.hardware.profile.BarrierTicks;
import ganglion.hardware.profile.Operation;
import ganglion.hardware.profile.RealTimeTicks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/** A run on a chip whose work follows the spikes. For one use. */
final class SpikingRun {

    private final Workload workload;
    private final HardwareProfile profile;
    private final Placement placement;
    private final List<ActivityListener> listeners = new ArrayList<>();
    private final List<String> unknownTimes = new ArrayList<>();

    SpikingRun(Workload workload, HardwareProfile profile, Placement placement) {
        this.workload = workload;
        this.profile = profile;
        this.placement = placement;
    }

    TickSeries walk(EnergyModel energies) {
        int ticks = (int) workload.ticks();
        double[] joules = new double[ticks];
        OperationCounter counter = new OperationCounter(placement);
        listeners.add(counter);
        DoubleSupplier timer = timer();
        double[] seconds = new double[unknownTimes.isEmpty() ? ticks : 0];
        listeners.add(atTickEnd(tick -> {
            joules[tick] = energies.joules(counter::inTick);
            if (seconds.length > 0) {
                seconds[tick] = timer.getAsDouble();
            }
        }));
        ActivityWalk.walk(workload.network(), workload.spikes(), ticks, placement, listeners);
        Map<Operation, Long> totals = new EnumMap<>(Operation.class);
        Arrays.stream(Operation.values()).forEach(operation -> totals.put(operation, counter.total(operation)));
        return new TickSeries(totals, joules, seconds, unknownTimes);
    }

    /** Gives the time of the tick that ended last; notes what is unknown, and then means nothing. */
    private DoubleSupplier timer() {
        if (profile.timeModel() instanceof BarrierTicks ticks) {
            return barrierTimer(ticks);
        }
        double shortest = profile.timeModel() instanceof RealTimeTicks ticks
                ? ticks.shortestTick().map(figure -> figure.value()).orElse(0.0)
                : 0;
        double tickSeconds = Math.max(shortest, workload.clock().tickSeconds());
        return () -> tickSeconds;
    }

    private DoubleSupplier barrierTimer(BarrierTicks ticks) {
        BarrierTimer.missing(profile.time(), profile.mesh())
                .forEach(operation -> unknownTimes.add("time of " + operation.label()));
        OptionalDouble barrier = BarrierCurve.seconds(ticks.barrier(), placement.tilesUsed());
        if (barrier.isEmpty()) {
            unknownTimes.add("time of the barrier of " + placement.tilesUsed() + " tiles");
        }
        if (placement.chips() > 1) {
            unknownTimes.add("time of messages between chips");
        }
        BarrierTimer timer = new BarrierTimer(placement, profile.time(), barrier.orElse(0));
        listeners.add(timer);
        return timer::tickSeconds;
    }

    private static ActivityListener atTickEnd(TickAction action) {
        return new ActivityListener() {
            @Override
            public void message(int sourceCore, int targetCore, int synapses) {}

            @Override
            public void tickEnded(long tick, CoreLoads loads) {
                action.accept((int) tick);
            }
        };
    }

    private interface TickAction {
        void accept(int tick);
    }
}
