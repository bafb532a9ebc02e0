package ganglion.live.session;

import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.Costing.CostRequest;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.metrics.NumberInput;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.live.event.LiveEvent.DevicePower;
import ganglion.live.run.LiveScenario;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.cost.FrontEndCounter;
import ganglion.scenario.model.HardwareSpec;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Costs stretches of a session on devices, in a thread of its own, so that nobody waits for it. */
final class EnergyMeter implements SecondFigures.Estimator {

    private final LiveScenario live;
    private final Network network;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "ganglion-energy");
        worker.setDaemon(true);
        worker.setPriority(Thread.MIN_PRIORITY);
        return worker;
    });

    EnergyMeter(LiveScenario live, Network network) {
        this.live = live;
        this.network = network;
    }

    @Override
    public CompletableFuture<List<DevicePower>> cost(
            List<SpikeRaster> spikes, long ticks, Supplier<List<NumberInput>> numbers) {
        return CompletableFuture.supplyAsync(() -> estimate(spikes, ticks, numbers), thread);
    }

    private List<DevicePower> estimate(List<SpikeRaster> spikes, long ticks, Supplier<List<NumberInput>> numbers) {
        Workload workload = new Workload(network, spikes, ticks, live.scenario().clock(), numbers.get());
        List<HardwareSpec> devices = live.devices();
        List<ChipCost> costs = Costing.costAll(
                workload,
                devices.stream()
                        .map(spec -> new CostRequest(spec.profile(), spec.options()))
                        .toList());
        List<DecisionEstimate> estimates = new DeviceEstimates(
                        workload,
                        devices,
                        costs,
                        List.of(),
                        List.of(FrontEndCounter.of(live.ear(), live.scenario().clock(), ticks)))
                .ofRun();
        return devices.stream()
                .map(spec -> power(DeviceEstimates.select(estimates, spec.profile(), Optional.empty())))
                .toList();
    }

    private static DevicePower power(DecisionEstimate estimate) {
        String reason = estimate.possible()
                ? String.join("; ", estimate.energy(Boundary.ALWAYS_ON).missing())
                : String.join("; ", estimate.problems());
        return new DevicePower(
                estimate.profile().name(),
                watts(estimate, Boundary.MARGINAL),
                watts(estimate, Boundary.ALWAYS_ON),
                estimate.possible() ? estimate.reliability().grade().toString() : "",
                reason);
    }

    private static double watts(DecisionEstimate estimate, Boundary boundary) {
        return estimate.energy(boundary).joules().orElse(Double.NaN) / estimate.spanSeconds();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
