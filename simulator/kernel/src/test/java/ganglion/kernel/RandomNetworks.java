package ganglion.kernel;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.AlphaCurrent;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.InputCurrent;
import ganglion.kernel.neuron.current.NoiseCurrent;
import ganglion.kernel.neuron.current.PoissonCurrent;
import ganglion.kernel.neuron.current.StepCurrent;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.AdaptiveLif;
import ganglion.kernel.neuron.model.AlphaLif;
import ganglion.kernel.neuron.model.BalancedResonator;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.Izhikevich;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.ResonateAndFire;
import ganglion.kernel.neuron.model.SeAdLif;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.kernel.neuron.source.PoissonSource;
import ganglion.kernel.neuron.source.RegularSource;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.random.PoissonCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Networks of every kind of population, projection and parameter, the same for the same seed. */
public final class RandomNetworks {

    private RandomNetworks() {}

    public static Network create(long seed, int ticks) {
        Random random = new Random(seed);
        List<Population> populations = new ArrayList<>();
        int sources = 1 + random.nextInt(2);
        int others = 1 + random.nextInt(4);
        for (int i = 0; i < sources; i++) {
            int size = 1 + random.nextInt(40);
            populations.add(new Population("source" + i, size, source(random, size, ticks)));
        }
        for (int i = 0; i < others; i++) {
            int size = 1 + random.nextInt(60);
            long start = random.nextInt(4) == 0 ? random.nextInt(1 + ticks / 4) : 0;
            populations.add(new Population("neurons" + i, size, model(random, size), start));
        }
        List<Projection> projections = new ArrayList<>();
        for (Population target : populations.subList(sources, populations.size())) {
            int inputs = 1 + random.nextInt(3);
            for (int i = 0; i < inputs; i++) {
                Population source = populations.get(random.nextInt(populations.size()));
                projections.add(new Projection(source.name(), target.name(), synapses(random, source, target)));
            }
        }
        return new Network(populations, projections);
    }

    /** The populations of a network that take input. */
    public static List<String> withInput(Network network) {
        return network.populations().stream()
                .filter(population -> population.model().takesInput())
                .map(Population::name)
                .toList();
    }

    static NeuronModel source(Random random, int size, int ticks) {
        return switch (random.nextInt(4)) {
            case 0 -> new RegularSource(values(random, size, 2, 30), values(random, size, 0, 60));
            case 1 -> poissonSource(random, size, ticks);
            default -> spikeSource(random, size, ticks);
        };
    }

    private static PoissonSource poissonSource(Random random, int size, int ticks) {
        List<PoissonSource.Rate> profile = new ArrayList<>();
        for (int from = random.nextInt(10); from < ticks; from += 1 + random.nextInt(ticks)) {
            double rate = Math.pow(10, -2.5 * random.nextDouble());
            profile.add(new PoissonSource.Rate(from, values(random, size, 0, rate)));
        }
        return new PoissonSource(profile, CounterRandom.of(random.nextLong(), 7));
    }

    private static SpikeSource spikeSource(Random random, int size, int ticks) {
        double rate = Math.pow(10, -2.5 * random.nextDouble());
        SpikeRaster.Builder spikes = SpikeRaster.builder(size);
        for (int tick = 0; tick < ticks; tick++) {
            for (int neuron = 0; neuron < size; neuron++) {
                if (random.nextDouble() < rate) {
                    spikes.add(tick, neuron);
                }
            }
        }
        return new SpikeSource(spikes.build());
    }

    /** A model of any kind, driven by a current or not. */
    public static NeuronModel model(Random random, int size) {
        NeuronModel model = undrivenModel(random, size);
        return random.nextInt(6) == 0 ? new DrivenNeurons(model, current(random, size)) : model;
    }

    private static InputCurrent current(Random random, int size) {
        CounterRandom numbers = CounterRandom.of(random.nextLong(), 3);
        return switch (random.nextInt(3)) {
            case 0 ->
                new PoissonCurrent(
                        new PoissonCounts(3 * random.nextDouble()), random.nextDouble(-0.1, 0.2), size, numbers);
            case 1 ->
                new NoiseCurrent(
                        random.nextDouble(-0.1, 0.1), 0.2 * random.nextDouble(), 1 + random.nextInt(3), size, numbers);
            default ->
                new StepCurrent(List.of(
                        new StepCurrent.Step(random.nextInt(20), values(random, size, -0.1, 0.3)),
                        new StepCurrent.Step(30, NeuronValues.of(0)),
                        new StepCurrent.Step(60 + random.nextInt(20), values(random, size, -0.1, 0.3))));
        };
    }

    private static NeuronModel undrivenModel(Random random, int size) {
        return switch (random.nextInt(18)) {
            case 0 -> new LeakyIntegrator(random.nextDouble());
            case 1, 2, 3 -> synapticLif(random, size);
            case 4, 5, 6 -> closedFormLif(random, size);
            case 7 -> alphaLif(random, size);
            case 8 -> new AdaptiveLif(membrane(random, size), values(random, size, 0, 1), values(random, size, 0, 0.5));
            case 9 ->
                new ResonateAndFire(
                        values(random, size, 0.5, 0.99),
                        values(random, size, -0.5, 1),
                        values(random, size, 0.2, 1),
                        values(random, size, -0.5, 0.1));
            case 10 -> izhikevich(random, size);
            case 12 ->
                new BalancedResonator(
                        values(random, size, -0.6, 0.6),
                        values(random, size, 0.01, 0.3),
                        values(random, size, 0.2, 0.8),
                        values(random, size, 0, 0.3),
                        values(random, size, 0.2, 0.6));
            case 11 ->
                new SeAdLif(
                        values(random, size, 0, 0.9),
                        values(random, size, 0.5, 0.98),
                        values(random, size, -0.9, 2.9),
                        values(random, size, -2, 5),
                        values(random, size, 0.2, 0.6),
                        values(random, size, -0.3, 0.1));
            default -> new Lif(membrane(random, size));
        };
    }

    private static LifParameters membrane(Random random, int size) {
        Reset reset = Reset.values()[random.nextInt(4)];
        boolean delayed = random.nextInt(3) == 0;
        NeuronValues beta = random.nextInt(10) == 0 ? NeuronValues.of(1) : values(random, size, 0, 1);
        LifParameters parameters = LifParameters.of(beta, values(random, size, 0.8, 1.2))
                .withReset(reset, delayed)
                .withResetPotential(values(random, size, -0.3, 0))
                .withRest(random.nextInt(3) == 0 ? values(random, size, -0.2, 0.4) : NeuronValues.of(0))
                .withBias(random.nextInt(3) == 0 ? values(random, size, -0.15, 0.35) : NeuronValues.of(0))
                .withRefractoryTicks(delayed ? 0 : random.nextInt(3) * random.nextInt(4));
        if (random.nextInt(3) == 0) {
            parameters = parameters.withInitialPotential(values(random, size, -1, 2.5));
        }
        return random.nextBoolean() ? parameters.withStrictThreshold() : parameters;
    }

    private static Lif closedFormLif(Random random, int size) {
        LifParameters parameters = membrane(random, size);
        return new Lif(parameters.withReset(parameters.reset(), false), Integration.CLOSED_FORM);
    }

    private static AlphaLif alphaLif(Random random, int size) {
        List<AlphaCurrent> currents = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            currents.add(new AlphaCurrent(
                    values(random, size, 0, 0.98),
                    values(random, size, -0.1, 0.5),
                    values(random, size, -0.1, 0.3),
                    values(random, size, -0.1, 0.5)));
        }
        return new AlphaLif(membrane(random, size), currents);
    }

    /** Weights are of the order of 1, so that it takes a bias close to the firing level to have spikes. */
    private static Izhikevich izhikevich(Random random, int size) {
        return new Izhikevich(
                random.nextDouble(0.2, 1),
                values(random, size, 0.01, 0.1),
                values(random, size, 0.2, 0.25),
                values(random, size, -65, -50),
                values(random, size, 0, 8),
                values(random, size, 0, 8));
    }

    private static SynapticLif synapticLif(Random random, int size) {
        SynapticOrder order = SynapticOrder.values()[random.nextInt(2)];
        List<SynapticCurrent> currents = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            NeuronValues decay = random.nextInt(6) == 0 ? NeuronValues.of(1) : values(random, size, 0, 1);
            SynapticCurrent current = new SynapticCurrent(decay, values(random, size, -0.2, 0.8));
            currents.add(random.nextInt(3) == 0 ? current.withBias(values(random, size, -0.06, 0.06)) : current);
        }
        return new SynapticLif(membrane(random, size), currents, order);
    }

    private static NeuronValues values(Random random, int size, double low, double high) {
        return random.nextBoolean()
                ? NeuronValues.of(random.nextDouble(low, high))
                : NeuronValues.each(random.doubles(size, low, high).toArray());
    }

    private static Synapses synapses(Random random, Population source, Population target) {
        double scale = 3.0 / Math.sqrt(source.size());
        int longestDelay = 1 + random.nextInt(9);
        if (random.nextBoolean()) {
            double[] weights = random.doubles((long) source.size() * target.size(), -0.4 * scale, 0.6 * scale)
                    .toArray();
            return new DenseSynapses(source.size(), target.size(), weights, longestDelay);
        }
        SparseSynapses.Builder builder = SparseSynapses.builder(source.size(), target.size());
        boolean shared = random.nextBoolean();
        int most = 3 * (source.size() + target.size());
        if (source.size() * longestDelay < 30) {
            // Enough synapses a row and delay to be held in groups; small, or else the oracle takes too long.
            most = 25 * source.size() * longestDelay;
        }
        int count = random.nextInt(1 + most);
        for (int i = 0; i < count; i++) {
            double weight = shared ? 0.3 * scale : scale * (2 * random.nextDouble() - 0.8);
            builder.add(
                    random.nextInt(source.size()),
                    random.nextInt(target.size()),
                    weight,
                    1 + random.nextInt(longestDelay));
        }
        return builder.build();
    }
}
