package ganglion.live.session;

import ganglion.documents.InputException;
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
import ganglion.live.event.LiveEvent.LiveDecision;
import ganglion.live.event.LiveEvent.LiveFrame;
import ganglion.live.event.LiveEvent.LiveStart;
import ganglion.live.event.LiveEvent.PopulationShape;
import ganglion.live.run.LiveRun;
import ganglion.live.run.LiveRun.TickFeed;
import ganglion.live.run.LiveScenario;
import ganglion.live.run.LiveTick;
import ganglion.live.run.TickDecider;
import ganglion.live.session.LiveSession.Watchers;
import ganglion.live.session.SecondFigures.ProcessorLoad;
import ganglion.live.source.TickQueue;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.cost.FrontEndCounter;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The part of a session in which one scenario hears. Everything is told in the thread that runs it. */
final class LiveStretch {

    private final SessionPlan plan;
    private final LiveScenario live;
    private final LiveRun run;
    private final Network network;
    private final Watchers watchers;
    private final TickDecider decider;
    private final LatencyMeter latency;
    private final ProcessorLoad load = new ProcessorLoad();
    private final RateMeter rates;
    private final SecondFigures figures;
    private int winner = -1;
    /** When it was ready for the next tick. */
    private long asked;

    private long ticks;

    LiveStretch(SessionPlan plan, LiveRun run, Watchers watchers, LongSupplier lost) throws InputException {
        this.plan = plan;
        this.live = plan.scenario();
        this.run = run;
        this.network = run.network();
        this.watchers = watchers;
        this.decider = new TickDecider(live, network);
        double tickSeconds = live.scenario().clock().tickSeconds();
        this.latency = new LatencyMeter(
                (long) (tickSeconds / plan.sound().speed() * 1e9), !plan.sound().goesOn());
        this.rates = new RateMeter(network, tickSeconds, behindNumbers());
        this.figures = new SecondFigures(
                live,
                run,
                rates,
                latency,
                load,
                lost,
                watchers,
                new EnergyMeter(live, network),
                plan.sound().speed());
    }

    private Set<String> behindNumbers() {
        if (!run.input().injectsCurrents()) {
            return Set.of();
        }
        return live.scenario().projections().stream()
                .filter(projection -> projection.from().equals(live.ear().name()))
                .map(ProjectionSpec::to)
                .collect(Collectors.toSet());
    }

    private LiveStart start() {
        Scenario scenario = live.scenario();
        List<PopulationShape> populations = network.populations().stream()
                .map(population -> new PopulationShape(
                        population.name(),
                        population.size(),
                        population.name().equals(live.ear().name())))
                .toList();
        return new LiveStart(
                0,
                scenario.name(),
                scenario.description(),
                plan.sound().title(),
                scenario.clock().tickSeconds(),
                live.ear().cochlea().sampleRateHertz(),
                live.bandHertz(),
                populations,
                live.classes(),
                live.devices().stream().map(spec -> spec.profile().name()).toList());
    }

    /** Runs until the feed ends. */
    void run(TickQueue queue, TickFeed feed) {
        watchers.tell(start());
        load.sinceLast();
        asked = plan.clock().nanoseconds();
        try (figures) {
            run.run(feed, (tick, samples) -> ticked(tick, samples, queue));
            figures.finish(ticks);
        }
    }

    private void ticked(LiveTick tick, double[] samples, TickQueue queue) {
        ticks = tick.number() + 1;
        float confidence = decide(tick, queue);
        watchers.tell(frame(tick, samples, confidence));
        figures.take(tick);
        asked = plan.clock().nanoseconds();
    }

    /** Takes the decision of a tick, and gives its confidence. */
    private float decide(LiveTick tick, TickQueue queue) {
        int before = winner;
        decider.take(tick);
        winner = decider.winner();
        double confidence = decider.confidence();
        long now = plan.clock().nanoseconds();
        long took = latency.decided(queue.arrival(), queue.nextArrival(), asked, now);
        if (winner != before) {
            String label = winner < 0 ? "" : live.classes().get(winner);
            watchers.tell(new LiveDecision(tick.number(), winner, label, confidence, took));
        }
        return (float) confidence;
    }

    private LiveFrame frame(LiveTick tick, double[] samples, float confidence) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double sample : samples) {
            lowest = Math.min(lowest, sample);
            highest = Math.max(highest, sample);
        }
        double[] drive = tick.drive();
        float[] bands = new float[drive.length];
        for (int band = 0; band < bands.length; band++) {
            bands[band] = (float) drive[band];
        }
        return new LiveFrame(tick.number(), (float) lowest, (float) highest, bands, tick.neurons(), winner, confidence);
    }

    /** Costs stretches of a session on devices, in a thread of its own, so that nobody waits for it. */
    private static final class EnergyMeter implements SecondFigures.Estimator {

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
            Workload workload =
                    new Workload(network, spikes, ticks, live.scenario().clock(), numbers.get());
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
                            List.of(FrontEndCounter.of(
                                    live.ear(), live.scenario().clock(), ticks)))
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
}
