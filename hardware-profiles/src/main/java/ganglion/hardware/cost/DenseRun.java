package ganglion.hardware.cost;

import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.TickSeries.PricedCount;
import ganglion.hardware.figure.Accounting;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.latency.SpikeLatency;
import ganglion.hardware.metrics.DenseWork;
import ganglion.hardware.metrics.MemoryTraffic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A run of the equivalent dense network: every tick takes the same work. */
final class DenseRun {

    private DenseRun() {}

    static TickSeries of(Workload workload, HardwareProfile profile, EnergyModel energies) {
        int ticks = (int) workload.ticks();
        DenseWork work = DenseWork.ofTick(workload.network(), workload.numbers());
        List<PricedCount> priced = new ArrayList<>();
        energies.counted().stream()
                .filter(operation -> operation.operation() == Operation.MULTIPLY_ACCUMULATE)
                .forEach(operation -> priced.add(new PricedCount(
                        operation.key(),
                        operation.label(),
                        Math.multiplyExact(work.multiplyAccumulates(), workload.ticks()),
                        operation.energy())));
        if (!profile.memory().isEmpty() && !profile.isAllIn()) {
            addTraffic(priced, profile, work, workload.ticks());
        }
        double[] joules = new double[ticks];
        Arrays.fill(
                joules,
                priced.stream()
                        .mapToDouble(count ->
                                count.count() / ticks * count.energy().figure().value())
                        .sum());
        Figure time = profile.time().get(Operation.MULTIPLY_ACCUMULATE);
        double[] seconds = new double[time == null ? 0 : ticks];
        OverrunLog overruns = new OverrunLog(workload.clock().tickSeconds());
        for (int tick = 0; tick < seconds.length; tick++) {
            seconds[tick] = work.multiplyAccumulates() * time.value();
            overruns.record(tick, 0, seconds[tick]);
        }
        List<String> unknownTimes =
                time == null ? List.of("time of " + Operation.MULTIPLY_ACCUMULATE.label()) : List.of();
        return new TickSeries(
                Map.of(Operation.MULTIPLY_ACCUMULATE, work.multiplyAccumulates() * workload.ticks()),
                priced,
                joules,
                seconds,
                unknownTimes,
                overruns.first(),
                overruns.count(),
                SpikeLatency.empty());
    }

    private static void addTraffic(List<PricedCount> priced, HardwareProfile profile, DenseWork work, long ticks) {
        int bytes = NumberFormat.FLOAT32.bytes();
        long weightBytes = work.weights() * bytes;
        long activationBytes = (work.activationsRead() + work.activationsWritten()) * bytes;
        add(priced, "weight-traffic", "words of weights", profile, weightBytes, weightBytes, ticks);
        add(priced, "activation-traffic", "words of activations", profile, activationBytes, activationBytes, ticks);
    }

    private static void add(
            List<PricedCount> priced,
            String key,
            String label,
            HardwareProfile profile,
            long heldBytes,
            long movedBytes,
            long ticks) {
        MemoryTraffic traffic = MemoryTraffic.of(profile.memory(), heldBytes, movedBytes);
        EnergyFigure energy = new EnergyFigure(traffic.level().access(), Accounting.MARGINAL, Set.of());
        priced.add(new PricedCount(
                key, label + " in " + traffic.level().name(), Math.multiplyExact(traffic.words(), ticks), energy));
    }
}
