package ganglion.live.session;

import ganglion.hardware.metrics.NumberInput;
import ganglion.kernel.event.SpikeRaster;
import ganglion.live.event.LiveEvent.DevicePower;
import ganglion.live.event.LiveEvent.LiveNotice;
import ganglion.live.event.LiveEvent.LiveSecond;
import ganglion.live.event.LiveEvent.PopulationRate;
import ganglion.live.run.LiveRun;
import ganglion.live.run.LiveScenario;
import ganglion.live.run.LiveTick;
import ganglion.live.session.LiveSession.Watchers;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tells the figures of each second of sound. Energies are estimated in another thread meanwhile; a second is told of when they are there, or without them if they are
 * still not when the next second is over. Not thread safe.
 */
final class SecondFigures implements AutoCloseable {

    private final LiveScenario live;
    private final LiveRun run;
    private final RateMeter rates;
    private final LatencyMeter latency;
    private final ProcessorLoad load;
    private final LongSupplier lost;
    private long toldLost;
    private final Watchers watchers;
    private final Estimator energy;
    private final boolean waits;
    private final long ticksPerSecond;
    private final List<float[]> numbers = new ArrayList<>();
    /** The last estimate that was asked for. */
    private CompletableFuture<List<DevicePower>> estimate = CompletableFuture.completedFuture(List.of());

    private Untold untold;

    /** What a stretch takes on each device, estimated in another thread. */
    interface Estimator extends AutoCloseable {

        /**
         * Starts an estimate.
         *
         * @param spikes by population, in ticks from the start of the stretch
         * @param numbers gives what flowed in as numbers, by the populations that they flow into; none if spikes came in
         */
        CompletableFuture<List<DevicePower>> cost(
                List<SpikeRaster> spikes, long ticks, Supplier<List<NumberInput>> numbers);

        /** Does not wait for what is being estimated. */
        @Override
        void close();
    }

    /** A second that was not told yet, with its own estimate. */
    private record Untold(LiveSecond second, CompletableFuture<List<DevicePower>> powers) {}

    /** @param speed of the sound; figures are waited for if it comes as fast as it is heard */
    SecondFigures(
            LiveScenario live,
            LiveRun run,
            RateMeter rates,
            LatencyMeter latency,
            ProcessorLoad load,
            LongSupplier lost,
            Watchers watchers,
            Estimator energy,
            double speed) {
        this.live = live;
        this.run = run;
        this.rates = rates;
        this.latency = latency;
        this.load = load;
        this.lost = lost;
        this.watchers = watchers;
        this.energy = energy;
        this.waits = speed == Double.POSITIVE_INFINITY;
        this.ticksPerSecond = Math.max(1, Math.round(1 / live.scenario().clock().tickSeconds()));
    }

    /** Takes in a tick. */
    void take(LiveTick tick) {
        rates.take(tick);
        if (run.input().injectsCurrents()) {
            numbers.add(tick.numbers().clone());
        }
        if (untold != null && untold.powers().isDone()) {
            tell(powers());
        }
        if (rates.ticks() == ticksPerSecond) {
            second(tick.number() + 1);
        }
    }

    private void second(long tick) {
        if (untold != null) {
            tell(unknown("the estimate takes longer than a second"));
        }
        List<SpikeRaster> rasters = rates.rasters();
        List<PopulationRate> ofPopulations = rates.rates(rasters);
        LiveSecond second =
                new LiveSecond(tick, ofPopulations, List.of(), latency.figures(), load.sinceLast(), lost.getAsLong());
        untold = new Untold(second, estimated(rasters));
        rates.restart();
        numbers.clear();
        if (waits) {
            tell(powers());
        }
    }

    /** The estimate of the second that is over; nothing while that of an earlier one still goes on. */
    private CompletableFuture<List<DevicePower>> estimated(List<SpikeRaster> rasters) {
        if (!estimate.isDone()) {
            return CompletableFuture.completedFuture(unknown("an earlier second is still being estimated"));
        }
        float[][] rows = numbers.toArray(float[][]::new);
        estimate = energy.cost(rasters, rates.ticks(), () -> run.input().numbers(rows));
        return estimate;
    }

    private List<DevicePower> powers() {
        try {
            return untold.powers().join();
        } catch (CompletionException e) {
            return unknown("the estimate failed: " + e.getCause());
        }
    }

    private List<DevicePower> unknown(String reason) {
        return live.devices().stream()
                .map(spec -> new DevicePower(spec.profile().name(), Double.NaN, Double.NaN, "", reason))
                .toList();
    }

    private void tell(List<DevicePower> devices) {
        LiveSecond second = untold.second();
        untold = null;
        tellLosses(second.tick());
        watchers.tell(new LiveSecond(
                second.tick(),
                second.rates(),
                devices,
                second.latency(),
                second.processorLoad(),
                second.lostSamples()));
    }

    private void tellLosses(long tick) {
        long more = lost.getAsLong() - toldLost;
        if (more > 0) {
            toldLost += more;
            watchers.tell(new LiveNotice(
                    tick,
                    LiveNotice.Kind.SAMPLES_LOST,
                    more + " samples were lost: the sound came faster than it was heard"));
        }
    }

    /**
     * Tells of the last whole second, and of what was lost after it.
     *
     * @param ticks of the stretch
     */
    void finish(long ticks) {
        if (untold != null) {
            tell(untold.powers().isDone() ? powers() : unknown("the session ended before the estimate"));
        }
        tellLosses(ticks);
    }

    @Override
    public void close() {
        energy.close();
    }

    /** The share of a processor that this process takes. Not thread safe. */
    static final class ProcessorLoad {

        private final com.sun.management.OperatingSystemMXBean system;
        private long lastWork;
        private long lastTime;

        ProcessorLoad() {
            this.system = ManagementFactory.getOperatingSystemMXBean()
                            instanceof com.sun.management.OperatingSystemMXBean known
                    ? known
                    : null;
            sinceLast();
        }

        /** Processor time over time since the last call; NaN if the system does not tell. */
        double sinceLast() {
            long work = system == null ? -1 : system.getProcessCpuTime();
            long time = System.nanoTime();
            double load = work < 0 || time == lastTime ? Double.NaN : (double) (work - lastWork) / (time - lastTime);
            lastWork = work;
            lastTime = time;
            return load;
        }
    }
}
