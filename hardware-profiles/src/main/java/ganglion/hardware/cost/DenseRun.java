package ganglion.hardware.cost;

import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.cost.TickSeries.PricedCount;
import ganglion.hardware.dense.CallTime;
import ganglion.hardware.dense.DenseLayers;
import ganglion.hardware.dense.DenseWork;
import ganglion.hardware.figure.Accounting;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.latency.SpikeLatency;
import ganglion.hardware.metrics.MemoryTraffic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
        if (!profile.conventional().memory().isEmpty() && !profile.isAllIn()) {
            addTraffic(priced, profile, work, workload.ticks());
        }
        double[] joules = new double[ticks];
        Arrays.fill(
                joules,
                priced.stream()
                        .mapToDouble(count ->
                                count.count() / ticks * count.energy().figure().value())
                        .sum());
        CallTime time = time(workload, profile, work);
        double[] seconds = new double[time.seconds().isPresent() ? ticks : 0];
        Overruns.Log overruns = new Overruns.Log(workload.clock().tickSeconds());
        for (int tick = 0; tick < seconds.length; tick++) {
            seconds[tick] = time.seconds().getAsDouble();
            overruns.record(tick, 0, seconds[tick]);
        }
        return new TickSeries(
                Map.of(Operation.MULTIPLY_ACCUMULATE, work.multiplyAccumulates() * workload.ticks()),
                priced,
                joules,
                seconds,
                time.missing(),
                overruns.overruns(),
                SpikeLatency.empty());
    }

    /** In the processor's smallest number format; by a time for multiply-accumulates alone where it has no more. */
    private static CallTime time(Workload workload, HardwareProfile profile, DenseWork work) {
        Optional<Processor> processor = profile.conventional().processor();
        if (processor.isPresent() && !processor.get().formats().isEmpty()) {
            NumberFormat format = processor.get().formats().get(0);
            return CallTime.of(processor.get(), DenseLayers.ofTick(workload.network(), workload.numbers()), format, 1);
        }
        Figure product = profile.figures().time().get(Operation.MULTIPLY_ACCUMULATE);
        return product == null
                ? new CallTime(OptionalDouble.empty(), List.of("time of " + Operation.MULTIPLY_ACCUMULATE.label()))
                : new CallTime(OptionalDouble.of(work.multiplyAccumulates() * product.value()), List.of());
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
        MemoryTraffic traffic = MemoryTraffic.of(profile.conventional().memory(), heldBytes, movedBytes);
        EnergyFigure energy = new EnergyFigure(traffic.level().access(), Accounting.MARGINAL, Set.of());
        priced.add(new PricedCount(
                key, label + " in " + traffic.level().name(), Math.multiplyExact(traffic.words(), ticks), energy));
    }
}
