package ganglion.live.session;

import ganglion.kernel.event.SpikeRaster;
import ganglion.live.event.DevicePower;
import ganglion.live.event.LiveNotice;
import ganglion.live.event.LiveSecond;
import ganglion.live.event.PopulationRate;
import ganglion.live.run.LiveRun;
import ganglion.live.run.LiveScenario;
import ganglion.live.run.LiveTick;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

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
    private final Losses losses;
    private final Watchers watchers;
    private final EnergyMeter energy;
    private final boolean waits;
    private final long ticksPerSecond;
    private final List<float[]> numbers = new ArrayList<>();
    private CompletableFuture<List<DevicePower>> costing = CompletableFuture.completedFuture(List.of());
    private LiveSecond untold;
    private long lostBefore;

    /** @param speed of the sound; figures are waited for if it comes as fast as it is heard */
    SecondFigures(
            LiveScenario live,
            LiveRun run,
            RateMeter rates,
            LatencyMeter latency,
            ProcessorLoad load,
            Losses losses,
            Watchers watchers,
            double speed) {
        this.live = live;
        this.run = run;
        this.rates = rates;
        this.latency = latency;
        this.load = load;
        this.losses = losses;
        this.watchers = watchers;
        this.energy = new EnergyMeter(live, run.network());
        this.waits = speed == Double.POSITIVE_INFINITY;
        this.ticksPerSecond = Math.max(1, Math.round(1 / live.scenario().clock().tickSeconds()));
    }

    /** Takes in a tick. */
    void take(LiveTick tick) {
        rates.take(tick);
        if (run.input().injectsCurrents()) {
            numbers.add(tick.numbers().clone());
        }
        if (untold != null && costing.isDone()) {
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
        untold = new LiveSecond(tick, ofPopulations, List.of(), latency.figures(), load.sinceLast(), losses.samples());
        if (costing.isDone()) {
            float[][] rows = numbers.toArray(float[][]::new);
            costing = energy.cost(rasters, rates.ticks(), () -> run.input().numbers(rows));
        }
        rates.restart();
        numbers.clear();
        if (waits) {
            tell(powers());
        }
    }

    private List<DevicePower> powers() {
        try {
            return costing.join();
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
        if (untold.lostSamples() > lostBefore) {
            watchers.tell(new LiveNotice(
                    untold.tick(),
                    LiveNotice.Kind.SAMPLES_LOST,
                    (untold.lostSamples() - lostBefore)
                            + " samples were lost: the sound came faster than it was heard"));
            lostBefore = untold.lostSamples();
        }
        watchers.tell(new LiveSecond(
                untold.tick(),
                untold.rates(),
                devices,
                untold.latency(),
                untold.processorLoad(),
                untold.lostSamples()));
        untold = null;
    }

    /** Tells of the last whole second. */
    void finish() {
        if (untold != null) {
            tell(costing.isDone() ? powers() : unknown("the session ended before the estimate"));
        }
    }

    @Override
    public void close() {
        energy.close();
    }
}
