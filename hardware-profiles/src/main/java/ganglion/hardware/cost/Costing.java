package ganglion.hardware.cost;

import ganglion.hardware.activity.ActivityWalk;
import ganglion.hardware.activity.ActivityWalk.ActivityRule;
import ganglion.hardware.activity.ActivityWalk.TickListener;
import ganglion.hardware.activity.ArrivalRule;
import ganglion.hardware.activity.OperationCounter;
import ganglion.hardware.activity.StateRule;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.EnergyFigure.Accounting;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.cost.TickSeries.PricedCount;
import ganglion.hardware.cost.TickSeries.Times;
import ganglion.hardware.dense.CallTime;
import ganglion.hardware.dense.DenseLayers;
import ganglion.hardware.dense.DenseWork;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.latency.SpikeLatency;
import ganglion.hardware.metrics.MemoryTraffic;
import ganglion.hardware.placement.ChipFit;
import ganglion.hardware.placement.CoreLoad;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placement;
import ganglion.hardware.placement.PlacementSummary;
import ganglion.hardware.placement.Placer;
import ganglion.kernel.parallel.TaskRunner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Costs a recorded run on chips. A pure function of its arguments: costing never changes a run. One run may be costed on
 * many chips at once; it is counted once for all chips that place its neurons alike.
 */
public final class Costing {

    /** Longest run that is costed; with two numbers per tick, it takes half a gigabyte per chip. */
    public static final long MOST_TICKS = 1L << 25;

    private Costing() {}

    /**
     * Energy and time of a workload on a chip. A network that does not fit gives a result without energies and times whose
     * placement says why.
     *
     * @throws IllegalArgumentException if the run is longer than {@link #MOST_TICKS}
     */
    public static ChipCost cost(Workload workload, HardwareProfile profile) {
        return cost(workload, profile, CostOptions.DEFAULT);
    }

    /**
     * The same with a chosen placement, form of timing or pipeline units.
     *
     * @throws IllegalArgumentException if the run is too long, or the options name an unknown population or unit
     */
    public static ChipCost cost(Workload workload, HardwareProfile profile, CostOptions options) {
        return costAll(workload, List.of(new CostRequest(profile, options))).get(0);
    }

    /**
     * One run on several chips: one result for each, in their order.
     *
     * @throws IllegalArgumentException if the run is too long, or options name an unknown population or unit
     */
    public static List<ChipCost> costAll(Workload workload, List<CostRequest> requests) {
        return costAll(workload, requests, TaskRunner.SEQUENTIAL, false);
    }

    /**
     * The same on several threads, with what each core holds and did.
     *
     * @throws IllegalArgumentException if the run is too long, or options name an unknown population or unit
     */
    public static List<ChipCost> costWithCores(Workload workload, List<CostRequest> requests, TaskRunner runner) {
        return costAll(workload, requests, runner, true);
    }

    private static List<ChipCost> costAll(
            Workload workload, List<CostRequest> requests, TaskRunner runner, boolean cores) {
        if (requests.isEmpty()) {
            return List.of();
        }
        if (workload.ticks() > MOST_TICKS) {
            throw new IllegalArgumentException(
                    "a run of " + workload.ticks() + " ticks is too long to cost, the most is " + MOST_TICKS);
        }
        return new Session(workload, runner, cores).cost(requests);
    }

    /** One call: places, walks once per activity rule, and assembles the results. */
    private static final class Session {

        private final Workload workload;
        private final TaskRunner runner;
        private final boolean cores;
        private final long[] spikesByNeuron;
        private Placer placer;
        private final List<Group> groups = new ArrayList<>();

        /** Chips that share a placement, and so a counter. */
        private static final class Group {

            private final PlacedNetwork placed;
            private final boolean byState;
            private final List<TickListener> listeners = new ArrayList<>();
            private OperationCounter counter;

            Group(PlacedNetwork placed, boolean byState) {
                this.placed = placed;
                this.byState = byState;
            }

            void startCounting(Workload workload) {
                counter = new OperationCounter(placed, workload.numbers());
                listeners.add(counter);
            }
        }

        /** A request whose run is not walked yet. */
        private record Pending(Optional<SpikingRun> listener, Supplier<ChipCost> finish) {}

        Session(Workload workload, TaskRunner runner, boolean cores) {
            this.workload = workload;
            this.runner = runner;
            this.cores = cores;
            this.spikesByNeuron = workload.spikesByNeuron();
            this.placer = new Placer(workload.network(), runner);
        }

        List<ChipCost> cost(List<CostRequest> requests) {
            List<PlacedNetwork> placed = requests.stream().map(this::place).toList();
            placer = null; // its tables of sources are large, and not needed any more
            int count = requests.size();
            Group[] groupOf = new Group[count];
            for (int i = 0; i < count; i++) {
                boolean follows = requests.get(i).profile().cores().execution() == Execution.SPIKING;
                groupOf[i] = follows && placed.get(i).placement().fits() ? group(placed.get(i), requests.get(i)) : null;
            }
            runner.run(groups.size(), i -> groups.get(i).startCounting(workload));
            Pending[] pending = new Pending[count];
            runner.run(count, i -> pending[i] = prepare(requests.get(i), placed.get(i), groupOf[i]));
            for (int i = 0; i < count; i++) {
                if (pending[i].listener().isPresent()) {
                    groupOf[i].listeners.add(pending[i].listener().get());
                }
            }
            walk(false);
            walk(true);
            ChipCost[] costs = new ChipCost[count];
            runner.run(count, i -> costs[i] = pending[i].finish().get());
            return List.of(costs);
        }

        private PlacedNetwork place(CostRequest request) {
            HardwareProfile profile = request.profile();
            return placer.place(
                    request.options().placement(),
                    profile.cores().mesh(),
                    profile.cores().limits());
        }

        private Pending prepare(CostRequest request, PlacedNetwork placed, Group group) {
            HardwareProfile profile = request.profile();
            ChipFit fit = profile.cores().execution() == Execution.DENSE
                    ? ChipFit.AS_IT_IS
                    : ChipFit.of(workload.given(), profile);
            Placement placement = placed.placement().with(fit.refusals()).with(problemsOfNumbers(profile));
            CostAssembly assembly = new CostAssembly(
                    request,
                    PlacementSummary.of(placement, placed.copies(), fit),
                    workload.clock(),
                    workload.ticks(),
                    assumed(request));
            if (!placement.fits()) {
                return new Pending(Optional.empty(), assembly::refused);
            }
            if (profile.cores().execution() == Execution.DENSE) {
                EnergyModel energies = new EnergyModel(profile.figures().energy(), Execution.DENSE);
                return new Pending(
                        Optional.empty(),
                        () -> assembly.cost(energies, DenseRun.of(workload, profile, energies), List.of()));
            }
            SpikingRun run = new SpikingRun(workload, request, placed, group.counter);
            return new Pending(
                    Optional.of(run),
                    () -> assembly.cost(
                            run.energies(),
                            run.series(spikesByNeuron),
                            cores ? CoreLoad.of(placed, spikesByNeuron) : List.of()));
        }

        private List<String> assumed(CostRequest request) {
            Stream<String> numbers = workload.numbers().stream()
                    .map(input -> input.source() + " flows into " + input.target()
                            + " as numbers: a multiply-accumulate for each weight and number that are not zero. A"
                            + " neuron that nothing else reaches counts as idle.");
            return Stream.concat(request.remark().stream().map(remark -> "The work is " + remark + "."), numbers)
                    .toList();
        }

        private List<String> problemsOfNumbers(HardwareProfile profile) {
            return profile.takesNumbers()
                    ? List.of()
                    : workload.numbers().stream()
                            .map(input -> "takes no numbers as input: " + input.sources() + " numbers flow from "
                                    + input.source() + " into " + input.target() + " at every tick")
                            .toList();
        }

        private Group group(PlacedNetwork placed, CostRequest request) {
            boolean byState = request.options().activeByState();
            for (Group group : groups) {
                boolean sameTables = group.placed.fanOut() == placed.fanOut();
                boolean sameMesh = group.placed
                        .placement()
                        .mesh()
                        .equals(placed.placement().mesh());
                if (sameTables && sameMesh && group.byState == byState) {
                    return group;
                }
            }
            Group group = new Group(placed, byState);
            groups.add(group);
            return group;
        }

        private void walk(boolean byState) {
            List<Group> concerned =
                    groups.stream().filter(group -> group.byState == byState).toList();
            if (concerned.isEmpty()) {
                return;
            }
            ActivityRule rule = byState
                    ? new StateRule(workload.network(), workload.spikes())
                    : new ArrivalRule(workload.network(), workload.spikes());
            ActivityWalk walk = new ActivityWalk(workload.network(), workload.spikes(), rule, runner);
            concerned.forEach(group -> walk.visit(group.placed, group.listeners));
            walk.walk(workload.ticks());
        }
    }

    /** A run of the equivalent dense network: every tick takes the same work. */
    private static final class DenseRun {

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
                            .mapToDouble(count -> count.count()
                                    / ticks
                                    * count.energy().figure().value())
                            .sum());
            CallTime time = time(workload, profile, work);
            double[] seconds = new double[time.seconds().isPresent() ? ticks : 0];
            Arrays.fill(seconds, time.seconds().orElse(0));
            return new TickSeries(
                    Map.of(Operation.MULTIPLY_ACCUMULATE, work.multiplyAccumulates() * workload.ticks()),
                    priced,
                    joules,
                    Times.of(seconds, seconds, workload.clock().tickSeconds(), time.missing()),
                    SpikeLatency.empty());
        }

        /** In the processor's smallest number format; by a time for multiply-accumulates alone where it has no more. */
        private static CallTime time(Workload workload, HardwareProfile profile, DenseWork work) {
            Optional<Processor> processor = profile.conventional().processor();
            if (processor.isPresent() && !processor.get().formats().isEmpty()) {
                NumberFormat format = processor.get().formats().get(0);
                int batch = profile.figures().operatingPoint().batch();
                return CallTime.of(
                                processor.get(),
                                DenseLayers.ofTick(workload.network(), workload.numbers()),
                                format,
                                batch)
                        .share(batch);
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

    /**
     * A chip to cost a run on.
     *
     * @param profile the chip
     * @param options the scenario's options
     * @param counted the work, if a model of the chip did it
     * @param remark how the work was found, where that is to be said: words behind "is"
     */
    public record CostRequest(
            HardwareProfile profile, CostOptions options, Optional<CountedWork> counted, Optional<String> remark) {

        public CostRequest {
            Objects.requireNonNull(profile, "profile");
            Objects.requireNonNull(options, "options");
        }

        /** The same with work that was found in another way. */
        public CostRequest with(Optional<CountedWork> work, String how) {
            return new CostRequest(profile, options, work, Optional.of(how));
        }

        /** Work that is estimated from spikes. */
        public CostRequest(HardwareProfile profile, CostOptions options) {
            this(profile, options, Optional.empty(), Optional.empty());
        }
    }
}
