package ganglion.hardware.cost;

import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.chip.ChipModels.Trait;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PopulationFigures;
import ganglion.hardware.chip.TimeModel;
import ganglion.hardware.chip.TimeModel.AsynchronousEvents;
import ganglion.hardware.chip.TimeModel.BarrierTicks;
import ganglion.hardware.chip.TimeModel.RealTimeTicks;
import ganglion.hardware.chip.TimingForm;
import ganglion.hardware.cost.Costing.CostRequest;
import ganglion.hardware.cost.TickSeries.PricedCount;
import ganglion.hardware.cost.TickSeries.Times;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.latency.BarrierCurve;
import ganglion.hardware.latency.OperationTimes;
import ganglion.hardware.latency.SpikeLatency;
import ganglion.hardware.layered.Activity;
import ganglion.hardware.layered.ActivityLayer;
import ganglion.hardware.layered.ActivityLayer.Kind;
import ganglion.hardware.layered.ActivityLayer.Neurons;
import ganglion.hardware.layered.ActivityLayer.PoolMode;
import ganglion.hardware.layered.ActivityNetwork;
import ganglion.hardware.layered.ActivityNetwork.Population;
import ganglion.hardware.layered.LayeredPlacement;
import ganglion.hardware.layered.LayeredPlacement.Block;
import ganglion.hardware.layered.LayeredPlacement.Share;
import ganglion.hardware.placement.ChipFit;
import ganglion.hardware.placement.ChipFit.Needs;
import ganglion.hardware.placement.ModelTraits;
import ganglion.hardware.placement.PlacementSummary;
import ganglion.kernel.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Costs one sample of an {@link Activity} on a chip that follows spikes: its counts of operations are those of the file, and messages and hops
 * those of a {@link LayeredPlacement}. All steps take the mean of all samples.
 */
public final class LayeredCosting {

    private static final int MOST_NAMES = 4;

    private final ActivityNetwork network;
    private final Activity activity;
    private final HardwareProfile profile;
    private final PopulationFigures figures;
    private final Clock clock;
    private final double chipTickSeconds;
    private final LayeredPlacement placement;
    private final boolean sendsSums;
    private final Map<Operation, Double> counts = new EnumMap<>(Operation.class);

    private LayeredCosting(ActivityNetwork network, HardwareProfile profile) {
        this.network = network;
        this.activity = network.activity();
        this.profile = profile;
        this.figures = PopulationFigures.of(profile, List.of(activity.name()), Map.of());
        this.clock = new Clock(activity.tickSeconds());
        this.chipTickSeconds = SpikingRun.chipTickSeconds(clock, profile);
        this.placement = new LayeredPlacement(
                network,
                profile.cores().mesh(),
                profile.cores().limits(),
                profile.cores().models().has(Trait.SHARED_WEIGHTS).orElse(false));
        this.sendsSums =
                profile.cores().models().has(Trait.NUMBERS_BETWEEN_LAYERS).orElse(false);
    }

    /** The cost of a sample; without energies if the network does not fit, and the placement says which layer is in the way. */
    public static ChipCost cost(ActivityNetwork network, HardwareProfile profile) {
        return new LayeredCosting(network, profile).cost();
    }

    private ChipCost cost() {
        ChipFit fit = ChipFit.of(needs(), profile);
        List<String> problems = new ArrayList<>(placement.problems());
        problems.addAll(fit.refusals());
        problems.addAll(problemsOfNumbers());
        CostAssembly assembly = new CostAssembly(
                new CostRequest(profile, CostOptions.DEFAULT),
                summary(fit, problems),
                clock,
                activity.steps(),
                assumed());
        if (!problems.isEmpty()) {
            return assembly.refused();
        }
        count();
        EnergyModel energies = EnergyModel.of(figures, profile, crossbarRow(), leakRow());
        return assembly.cost(energies, series(energies), List.of());
    }

    private PlacementSummary summary(ChipFit fit, List<String> problems) {
        double synapses = network.populations().stream()
                .flatMap(population -> population.inlets().stream())
                .mapToDouble(network::denseProducts)
                .sum();
        return new PlacementSummary(
                (int) Math.min(Integer.MAX_VALUE, placement.chips()),
                (int) Math.min(Integer.MAX_VALUE, placement.cores()),
                profile.cores().mesh().cores(),
                (int) Math.min(Integer.MAX_VALUE, neurons()),
                (long) synapses,
                problems,
                placement.copies(),
                fit);
    }

    private long neurons() {
        return network.populations().stream().mapToLong(Population::size).sum();
    }

    private double crossbarRow() {
        return profile.crossbarRow((double) neurons() / placement.cores());
    }

    private double leakRow() {
        return ModelTraits.leaks(needs().traits().keySet()) ? crossbarRow() : 0;
    }

    private List<String> assumed() {
        List<String> assumed = new ArrayList<>();
        assumed.add(
                "Counts are those of the activity file, in the mean of its samples and steps. Layers are spread over"
                        + " cores from their sizes: neurons of a layer are alike, and a spike is as likely to go from one"
                        + " of its cores as from another.");
        List<String> streams = IntStream.range(0, network.count())
                .filter(layer -> edges(layer) > 1)
                .mapToObj(layer -> network.layer(layer).name())
                .toList();
        if (!streams.isEmpty()) {
            assumed.add("Sums of potentials are not sent, and those of " + String.join(", ", few(streams))
                    + " reach several layers of neurons: each of these has synapses of its own, and its"
                    + " synaptic events.");
        }
        if (activity.tick().isEmpty()) {
            assumed.add("The length of a time step, 1 ms, is assumed: the activity file has none.");
        }
        return assumed;
    }

    private Needs needs() {
        Map<Trait, List<String>> traits = new EnumMap<>(Trait.class);
        List<String> rounded = new ArrayList<>();
        List<String> late = new ArrayList<>();
        List<String> varied = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        Map<String, Integer> refractory = new LinkedHashMap<>();
        long different = profile.cores().limits().most(Limit.WEIGHTS_PER_NEURON);
        boolean delays = false;
        long bits = profile.cores().limits().most(Limit.WEIGHT_BITS);
        long stateBits = profile.cores().limits().stateBitsInWeights();
        for (int i = 0; i < network.count(); i++) {
            ActivityLayer layer = network.layer(i);
            List<Trait> needed = new ArrayList<>(
                    layer.neurons().needs().orElse(layer.kind() == Kind.NEURONS ? Neurons.USUAL : List.of()));
            if (network.isRecurrent(i)) {
                needed.add(Trait.RECURRENCE);
            }
            if (layer.neurons().refractoryTicks().orElse(0) > 0) {
                needed.add(Trait.REFRACTORY_PERIOD);
            }
            if (layer.kind() == Kind.ATTENTION) {
                needed.add(Trait.PRODUCTS_OF_ACTIVATIONS);
            }
            if (layer.kind() == Kind.POOLING && layer.window().mode() == PoolMode.MAX) {
                needed.add(Trait.LARGEST_OF_POOL);
            }
            if (network.takesNumbersOfLayers(i)) {
                needed.add(Trait.NUMBERS_BETWEEN_LAYERS);
            }
            needed.stream()
                    .distinct()
                    .forEach(trait -> traits.computeIfAbsent(trait, unused -> new ArrayList<>())
                            .add(layer.name()));
            int own = layer.synapses().weightBits().orElse(activity.weightBits());
            if (layer.kind().hasWeights() && bits < ChipFit.PLENTY && own > bits) {
                rounded.add(layer.name());
            }
            if (bits > 1 && bits < ChipFit.PLENTY && layer.neurons().stateBits().orElse(1) > stateBits) {
                rounded.add(layer.name());
            }
            if (layer.kind().hasWeights()
                    && layer.synapses()
                                    .differentWeights()
                                    .map(Integer::doubleValue)
                                    .orElse(Math.pow(2, own) - 1)
                            > different) {
                varied.add(layer.name());
            }
            if (ChipFit.losesAll(layer.neurons().thresholdInWeights().orElse(0.0), stateBits)) {
                lost.add(layer.name());
            }
            if (needed.contains(Trait.REFRACTORY_PERIOD)) {
                refractory.put(layer.name(), layer.neurons().refractoryTicks().orElse(0));
            }
            delays |= layer.synapses().delay() > 1;
            if (layer.synapses().delay() > profile.cores().limits().most(Limit.DELAY_TICKS)) {
                late.add(layer.name());
            }
        }
        traits.replaceAll((trait, names) -> few(names));
        return new Needs(traits, few(rounded), few(late), few(varied), lost, refractory, delays);
    }

    /** Deep networks have many layers that ask for the same. */
    private static List<String> few(List<String> names) {
        if (names.size() <= MOST_NAMES) {
            return names;
        }
        List<String> few = new ArrayList<>(names.subList(0, MOST_NAMES - 1));
        few.add((names.size() - few.size()) + " more layers");
        return few;
    }

    private List<String> problemsOfNumbers() {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < network.count(); i++) {
            if (!profile.takesNumbers() && network.multiplyAccumulates(i) > 0 && !network.takesNumbersOfLayers(i)) {
                List<String> ends = network.endsOn(i);
                problems.add("takes no numbers as input, and they flow into "
                        + network.layer(i).name()
                        + (ends.size() > 1 ? ", and its sums into " + String.join(", ", few(ends)) : ""));
            }
        }
        return problems;
    }

    /** Layers of neurons that need the synapses of a layer with weights. */
    private int edges(int layer) {
        return sendsSums ? 1 : Math.max(1, network.endsOn(layer).size());
    }

    private void count() {
        double all = 0;
        double active = 0;
        double inputs = 0;
        double arrived = 0;
        for (Population population : network.populations()) {
            all += population.size() * activity.allSteps();
            active += network.activeUpdates(population);
            for (int direct : sendsSums ? List.<Integer>of() : population.direct()) {
                add(Operation.SYNAPTIC_OPERATION, network.spikes(direct));
            }
        }
        for (int i = 0; i < network.count(); i++) {
            boolean input = network.layer(i).kind() == Kind.INPUT;
            inputs += input && network.layer(i).flow().outputSpikes().isPresent() ? network.size(i) : 0;
            arrived += input ? network.spikes(i) : 0;
            add(Operation.SPIKE, input ? 0 : network.spikes(i));
            add(Operation.SYNAPTIC_OPERATION, edges(i) * network.synapticEvents(i));
            add(Operation.MULTIPLY_ACCUMULATE, edges(i) * network.multiplyAccumulates(i));
        }
        add(Operation.INPUT_SPIKE, arrived);
        add(Operation.DENDRITE_UPDATE, counts.getOrDefault(Operation.SYNAPTIC_OPERATION, 0.0) * activity.samples());
        add(Operation.NEURON_UPDATE_ACTIVE, active);
        add(Operation.NEURON_UPDATE, active);
        add(Operation.NEURON_UPDATE_IDLE, all - active);
        add(Operation.NEURON_ACCESS, all);
        add(Operation.ENCODER_UPDATE, inputs * activity.allSteps());
        add(Operation.NETWORK_STEP, placement.chips() * activity.allSteps());
        placement.messages().forEach(this::add);
        if (crossbarRow() > 0) {
            counts.put(Operation.CROSSBAR_OPERATION, crossbarRow() * count(Operation.MESSAGE_IN));
            counts.put(Operation.LEAK, leakRow() * count(Operation.NETWORK_STEP));
        }
    }

    private void add(Operation operation, double ofAllSamples) {
        counts.merge(operation, ofAllSamples / activity.samples(), Double::sum);
    }

    private double count(Operation operation) {
        return counts.getOrDefault(operation, 0.0);
    }

    private TickSeries series(EnergyModel energies) {
        List<PricedCount> priced = energies.counted().stream()
                .map(operation -> new PricedCount(
                        operation.key(), operation.label(), operation.total(this::count), operation.energy()))
                .toList();
        double joules = priced.stream()
                .mapToDouble(each -> each.count() * each.energy().figure().value())
                .sum();
        List<String> unknown = unknownTimes();
        double[] seconds = unknown.isEmpty() ? new double[] {seconds()} : new double[0];
        boolean late = seconds.length > 0 && seconds[0] > chipTickSeconds;
        Map<Operation, Long> totals = new EnumMap<>(Operation.class);
        counts.forEach((operation, count) -> totals.put(operation, (long) Math.ceil(count)));
        return new TickSeries(
                totals,
                priced,
                new double[] {joules / activity.steps()},
                new Times(seconds, seconds, late ? activity.steps() : 0, unknown),
                SpikeLatency.empty());
    }

    private List<String> unknownTimes() {
        TimeModel model = profile.cores().timeModel();
        List<String> unknown = new ArrayList<>();
        if (model instanceof RealTimeTicks) {
            return unknown;
        }
        OperationTimes.missing(
                        figures, 0, model.continuousNeurons(), profile.cores().mesh())
                .forEach(operation -> unknown.add("time of " + operation.label()));
        boolean numbers = count(Operation.MULTIPLY_ACCUMULATE) > 0;
        if (numbers && figures.time(Operation.MULTIPLY_ACCUMULATE, 0).isEmpty()) {
            unknown.add("time of " + Operation.MULTIPLY_ACCUMULATE.label());
        }
        if (model instanceof BarrierTicks ticks && barrier(ticks).isEmpty()) {
            unknown.add("time of the barrier of " + tiles() + (tiles() == 1 ? " tile" : " tiles"));
        }
        boolean messages = model instanceof BarrierTicks || model instanceof AsynchronousEvents;
        if (messages && placement.chips() > 1) {
            unknown.add("time of messages between chips");
        }
        return unknown;
    }

    private int tiles() {
        return (int)
                Math.ceil((double) placement.cores() / profile.cores().mesh().coresPerTile());
    }

    private OptionalDouble barrier(BarrierTicks ticks) {
        return BarrierCurve.seconds(ticks, tiles());
    }

    /** Mean time of a step, that of the busiest core; paths through the mesh are left out. */
    private double seconds() {
        double sending = 0;
        double receiving = 0;
        double both = 0;
        for (Block block : placement.blocks()) {
            double sent = 0;
            double received = 0;
            for (Share share : block.shares()) {
                Population population = network.populations().get(share.population());
                double part = share.neurons() / population.size() / activity.allSteps();
                sent += part * sendingSeconds(population);
                received += part * receivingSeconds(population);
            }
            sending = Math.max(sending, sent);
            receiving = Math.max(receiving, received);
            both = Math.max(both, sent + received);
        }
        TimeModel model = profile.cores().timeModel();
        if (model instanceof BarrierTicks ticks) {
            double barrier = barrier(ticks).orElse(0);
            return barrier + (ticks.form() == TimingForm.PHASES ? sending + receiving : Math.max(sending, receiving));
        }
        if (model instanceof AsynchronousEvents) {
            return receiving + leakRow() * time(Operation.LEAK);
        }
        if (model instanceof RealTimeTicks ticks) {
            double shortest = ticks.shortestTick().map(Figure::value).orElse(0.0);
            boolean known = OperationTimes.missing(
                            figures, 0, false, profile.cores().mesh())
                    .isEmpty();
            return Math.max(Math.max(shortest, chipTickSeconds), known ? both : 0);
        }
        return both;
    }

    private double sendingSeconds(Population population) {
        double active = network.activeUpdates(population);
        double all = population.size() * activity.allSteps();
        double spikes = network.spikes(population.layer());
        return all * time(Operation.NEURON_ACCESS)
                + (all - active) * time(Operation.NEURON_UPDATE_IDLE)
                + active * (time(Operation.NEURON_UPDATE_ACTIVE) + time(Operation.NEURON_UPDATE))
                + spikes * time(Operation.SPIKE)
                + spikes * placement.coresReached(population.layer()) * time(Operation.MESSAGE_OUT);
    }

    private double receivingSeconds(Population population) {
        double row = crossbarRow();
        double seconds = population.direct().stream()
                .mapToDouble(direct -> network.spikes(direct) * time(Operation.SYNAPTIC_OPERATION))
                .sum();
        for (int inlet : population.inlets()) {
            seconds += network.synapticEvents(inlet)
                    * (time(Operation.SYNAPTIC_OPERATION) + time(Operation.DENDRITE_UPDATE));
            seconds += network.multiplyAccumulates(inlet) * time(Operation.MULTIPLY_ACCUMULATE);
            for (int emitter : network.emittersInto(inlet)) {
                seconds += network.spikes(emitter)
                        * placement.coresReached(emitter)
                        * (time(Operation.MESSAGE_IN) + row * time(Operation.CROSSBAR_OPERATION));
            }
        }
        return seconds;
    }

    private double time(Operation operation) {
        return figures.time(operation, 0).map(Figure::value).orElse(0.0);
    }
}
