package ganglion.hardware.cost;

import ganglion.hardware.activity.ActivityWalk;
import ganglion.hardware.activity.ActivityWalk.ActivityRule;
import ganglion.hardware.activity.ArrivalRule;
import ganglion.hardware.chip.ChipModels.Trait;
import ganglion.hardware.layered.Activity;
import ganglion.hardware.layered.ActivityLayer;
import ganglion.hardware.layered.ActivityLayer.Flow;
import ganglion.hardware.layered.ActivityLayer.Kind;
import ganglion.hardware.layered.ActivityLayer.Neurons;
import ganglion.hardware.layered.ActivityLayer.Window;
import ganglion.hardware.metrics.NumberInput;
import ganglion.hardware.placement.ChipFit;
import ganglion.hardware.placement.ModelTraits;
import ganglion.hardware.precision.FewWeights;
import ganglion.hardware.precision.WeightStep;
import ganglion.hardware.signal.SignalOperation;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The activity of a run: what its network did in the ticks of its samples, in sizes and counts. For one use. */
public final class RunActivity {

    /** Synaptic events and ticks up to which active neurons are counted; more would take longer than the run. */
    private static final double MOST_EVENTS = 3e8;

    /** Different weights into a neuron up to which they are counted; chips that keep a few for each keep fewer. */
    private static final int MOST_DIFFERENT = 16;

    private final Workload workload;
    private final Network network;
    private final List<Sample> samples;
    private final Map<String, List<Trait>> needs = new HashMap<>();
    private final List<ActivityLayer> layers = new ArrayList<>();
    private final Map<String, Integer> named = new HashMap<>();

    /**
     * Ticks of one sample.
     *
     * @param from first tick
     * @param until tick after the last
     */
    public record Sample(long from, long until) {}

    private RunActivity(Workload workload, List<Sample> samples) {
        this.workload = workload;
        this.network = workload.network();
        ChipFit.traits(network)
                .forEach((trait, names) -> names.forEach(name ->
                        needs.computeIfAbsent(name, unused -> new ArrayList<>()).add(trait)));
        this.samples = List.copyOf(samples);
    }

    /**
     * The activity of a run.
     *
     * @param samples ticks of each sample, at least one; samples of different lengths count with their mean length
     * @param decides whether they are decisions; else the run is one sample
     * @param frontEnd operations of the front end in all samples
     */
    public static Activity of(
            String name,
            String madeBy,
            Workload workload,
            List<Sample> samples,
            boolean decides,
            Map<SignalOperation, Long> frontEnd) {
        RunActivity run = new RunActivity(workload, samples);
        run.addLayers();
        long ticks = samples.stream()
                .mapToLong(sample -> sample.until() - sample.from())
                .sum();
        return new Activity(
                name,
                1,
                Optional.of(madeBy),
                Optional.of(workload.clock().tickSeconds()),
                (int) Math.max(1, Math.round((double) ticks / samples.size())),
                samples.size(),
                List.of(),
                decides,
                32,
                frontEnd,
                run.layers);
    }

    private void addLayers() {
        for (int p = 0; p < network.populations().size(); p++) {
            Population population = network.population(p);
            if (!population.model().takesInput()) {
                layers.add(input(population.name(), population.size(), out(p)));
            }
        }
        for (NumberInput input : workload.numbers()) {
            if (layers.stream().noneMatch(layer -> layer.name().equals(input.source()))) {
                layers.add(input(input.source(), input.sources(), Flow.NONE));
            }
        }
        Optional<double[]> active = countActive();
        for (int p = 0; p < network.populations().size(); p++) {
            if (network.population(p).model().takesInput()) {
                int population = p;
                addNeurons(p, active.map(counts -> counts[population]));
            }
        }
    }

    private void addNeurons(int p, Optional<Double> active) {
        Population population = network.population(p);
        List<String> from = new ArrayList<>();
        for (NumberInput input : workload.numbers()) {
            if (input.target().equals(population.name())) {
                String name = unique(input.source() + " to " + input.target());
                from.add(name);
                double products = 0;
                for (Sample sample : samples) {
                    for (long tick = sample.from(); tick < sample.until(); tick++) {
                        products += input.effectiveMultiplyAccumulates(tick);
                    }
                }
                layers.add(new ActivityLayer(
                        name,
                        Kind.LINEAR,
                        Optional.of(List.of(input.source())),
                        List.of(input.targets()),
                        Window.over(List.of(input.sources())),
                        ActivityLayer.Synapses.of(Optional.empty(), input.weights() - input.nonZeroWeights()),
                        Flow.ofProducts(products),
                        Neurons.NONE));
            }
        }
        Optional<WeightStep.Bits> bits = WeightStep.bits(network, population.name(), (int) ChipFit.PLENTY - 1);
        Optional<Integer> different = FewWeights.most(network, population.name(), MOST_DIFFERENT);
        for (int index : network.projectionsTo(p)) {
            Projection projection = network.projection(index);
            Synapses synapses = projection.synapses();
            String name = unique(projection.source() + " to " + projection.target());
            from.add(name);
            long count = synapses.count();
            boolean dense = count == (long) synapses.sourceSize() * synapses.targetSize();
            double spikes = Arrays.stream(counts(network.sourceOf(index)))
                    .asLongStream()
                    .sum();
            layers.add(new ActivityLayer(
                    name,
                    dense ? Kind.LINEAR : Kind.SPARSE,
                    Optional.of(List.of(projection.source())),
                    List.of(synapses.targetSize()),
                    Window.over(List.of(synapses.sourceSize())),
                    new ActivityLayer.Synapses(
                            Optional.empty(),
                            0,
                            0,
                            dense ? Optional.empty() : Optional.of((double) count),
                            bits.map(WeightStep.Bits::weights),
                            different,
                            Math.max(1, synapses.largestDelayTicks())),
                    Flow.ofSpikes(spikes, additions(projection)),
                    Neurons.NONE));
        }
        int refractory = ModelTraits.of(population.model(), population.size()).refractoryTicks();
        layers.add(new ActivityLayer(
                population.name(),
                Kind.NEURONS,
                Optional.of(from),
                List.of(population.size()),
                Window.NONE,
                ActivityLayer.Synapses.NONE,
                out(p),
                new Neurons(
                        Optional.of(population.model().getClass().getSimpleName()),
                        1,
                        Optional.of(needs(population.name())),
                        bits.map(WeightStep.Bits::state),
                        WeightStep.thresholdInWeights(network, population.name()),
                        refractory > 0 ? Optional.of(refractory) : Optional.empty(),
                        active)));
    }

    private List<Trait> needs(String population) {
        return List.copyOf(needs.getOrDefault(population, List.of()));
    }

    private String unique(String name) {
        int number = named.merge(name, 1, Integer::sum);
        return number == 1 ? name : name + " (" + number + ")";
    }

    private ActivityLayer input(String name, int size, Flow flow) {
        return new ActivityLayer(
                name,
                Kind.INPUT,
                Optional.empty(),
                List.of(size),
                Window.NONE,
                ActivityLayer.Synapses.NONE,
                flow,
                Neurons.of(Optional.of(needs(name))));
    }

    private Flow out(int population) {
        String name = network.population(population).name();
        List<Synapses> own = network.outOf(name).map(Projection::synapses).toList();
        int[] counts = counts(population);
        long reaching = 0;
        for (int neuron = 0; neuron < counts.length; neuron++) {
            int of = neuron;
            reaching += own.stream().anyMatch(synapses -> synapses.outDegree(of) > 0) ? counts[neuron] : 0;
        }
        return Flow.out(Arrays.stream(counts).asLongStream().sum(), reaching);
    }

    /** Synapses that the spikes of its source reach, spike by spike. */
    private double additions(Projection projection) {
        int[] fired = counts(network.index(projection.source()));
        double additions = 0;
        for (int neuron = 0; neuron < fired.length; neuron++) {
            additions += (double) fired[neuron] * projection.synapses().outDegree(neuron);
        }
        return additions;
    }

    private int[] counts(int population) {
        SpikeRaster raster = workload.spikes().get(population);
        int[] counts = new int[raster.neuronCount()];
        for (Sample sample : samples) {
            int[] of = raster.countsByNeuron(sample.from(), sample.until());
            Arrays.setAll(counts, neuron -> counts[neuron] + of[neuron]);
        }
        return counts;
    }

    /** By arrivals, as runs are costed; empty where that takes too long, and the reader estimates them. */
    private Optional<double[]> countActive() {
        double events =
                network.projections().stream().mapToDouble(this::additions).sum();
        if (events + workload.ticks() > MOST_EVENTS) {
            return Optional.empty();
        }
        double[] active = new double[network.populations().size()];
        ArrivalRule rule = new ArrivalRule(network, workload.spikes());
        ActivityRule counting = (tick, fired, count) -> {
            long[] bits = rule.activeAt(tick, fired, count);
            if (bits != null && isSampled(tick)) {
                BitSet neurons = BitSet.valueOf(bits);
                for (int p = 0; p < active.length; p++) {
                    active[p] += neurons.get(network.firstNeuron(p), network.firstNeuron(p + 1))
                            .cardinality();
                }
            }
            return bits;
        };
        new ActivityWalk(network, workload.spikes(), counting).walk(workload.ticks());
        return Optional.of(active);
    }

    private boolean isSampled(long tick) {
        return samples.stream().anyMatch(sample -> sample.from() <= tick && tick < sample.until());
    }
}
