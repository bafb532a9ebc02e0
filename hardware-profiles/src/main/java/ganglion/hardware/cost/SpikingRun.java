package ganglion.hardware.cost;

import ganglion.hardware.activity.ActivityWalk.TickListener;
import ganglion.hardware.activity.OperationCounter;
import ganglion.hardware.activity.PlacedTick;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PopulationFigures;
import ganglion.hardware.cost.Costing.CostRequest;
import ganglion.hardware.cost.EnergyModel.PricedOperation;
import ganglion.hardware.cost.TickSeries.PricedCount;
import ganglion.hardware.cost.TickSeries.Times;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.latency.SpikeLatency;
import ganglion.hardware.placement.ModelTraits;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.kernel.network.Population;
import ganglion.kernel.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run on a chip whose work follows the spikes. Listens to the walk after the counter of its placement. For one use. */
final class SpikingRun implements TickListener {

    private final HardwareProfile profile;
    private final OperationCounter counter;
    private final Optional<CountedWork> counted;
    private final double crossbarRow;
    private final double leakRow;
    private final EnergyModel energies;
    private final ChipTiming timing;
    private final double[] joules;
    private final double[] seconds;
    private final double[] latencies;
    private final double tickSeconds;
    private double quietJoules = Double.NaN;

    /**
     * @param counter of its placement
     */
    SpikingRun(Workload workload, CostRequest request, PlacedNetwork placed, OperationCounter counter) {
        this.profile = request.profile();
        this.counter = counter;
        this.counted = request.counted();
        List<String> populations =
                workload.network().populations().stream().map(Population::name).toList();
        PopulationFigures figures =
                PopulationFigures.of(profile, populations, request.options().units());
        this.crossbarRow = profile.crossbarRow(placed.neuronsPerCore());
        this.leakRow = crossbarRow > 0 && ModelTraits.leaks(workload.network()) ? crossbarRow : 0;
        this.energies = EnergyModel.of(figures, profile, crossbarRow, leakRow);
        this.tickSeconds = chipTickSeconds(workload.clock(), profile);
        this.timing = new ChipTiming(placed, request, figures, workload.numbers(), leakRow, tickSeconds);
        this.joules = new double[(int) workload.ticks()];
        this.seconds = new double[timing.unknown().isEmpty() ? joules.length : 0];
        this.latencies = new double[seconds.length];
    }

    /** The scenario's tick on the chip's clock. */
    static double chipTickSeconds(Clock clock, HardwareProfile profile) {
        return clock.tickSeconds()
                / profile.cores().speedUp().map(Figure::value).orElse(1.0);
    }

    EnergyModel energies() {
        return energies;
    }

    @Override
    public void tickEnded(PlacedTick tick) {
        int index = (int) tick.tick();
        joules[index] = counted.isPresent() ? joules(counted.get(), index) : tickJoules(tick.idle());
        if (seconds.length > 0) {
            latencies[index] = timing.timer().seconds(tick);
            seconds[index] = Math.max(0, latencies[index] - timing.timer().backlog());
        }
    }

    private double joules(CountedWork work, int tick) {
        double sum = 0;
        for (PricedOperation operation : energies.counted()) {
            int[] counts = work.operations().get(operation.operation());
            sum += (counts == null ? operation.inTick(counter) : counts[tick])
                    * operation.energy().figure().value();
        }
        return sum;
    }

    /** All quiet ticks without numbers cost the same. */
    private double tickJoules(boolean idle) {
        if (!idle || counter.inTick(Operation.MULTIPLY_ACCUMULATE) > 0) {
            return energies.joulesInTick(counter);
        }
        if (Double.isNaN(quietJoules)) {
            quietJoules = energies.joulesInTick(counter);
        }
        return quietJoules;
    }

    TickSeries series(long[] spikesByNeuron) {
        Map<Operation, Long> totals = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            totals.put(operation, counter.total(operation));
        }
        if (crossbarRow > 0) {
            totals.put(Operation.CROSSBAR_OPERATION, (long) (crossbarRow * counter.total(Operation.MESSAGE_IN)));
            totals.put(Operation.LEAK, (long) (leakRow * counter.total(Operation.NETWORK_STEP)));
        }
        if (counted.isEmpty()) {
            return new TickSeries(
                    totals,
                    energies.counted().stream().map(this::priced).toList(),
                    joules,
                    Times.of(seconds, latencies, tickSeconds, timing.unknown()),
                    timing.spikeLatency(spikesByNeuron));
        }
        CountedWork work = counted.get();
        work.operations().keySet().forEach(operation -> totals.put(operation, work.total(operation)));
        return new TickSeries(
                totals,
                energies.counted().stream()
                        .map(of -> new PricedCount(of.key(), of.label(), totals.get(of.operation()), of.energy()))
                        .toList(),
                joules,
                new Times(work.seconds(), work.latencies(), work.lateTicks(), List.of()),
                SpikeLatency.empty());
    }

    private PricedCount priced(PricedOperation operation) {
        return new PricedCount(operation.key(), operation.label(), operation.total(counter), operation.energy());
    }
}
