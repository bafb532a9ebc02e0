package ganglion.hardware.cost;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small networks and spikes of every sort that accounting has to cope with, the same for the same seed. */
public final class RandomWorkloads {

    private RandomWorkloads() {}

    /** A workload with one or two inputs, one to three populations, dense and sparse projections, and random spikes. */
    public static Workload of(long seed) {
        Random random = new Random(seed);
        long ticks = 5 + random.nextInt(40);
        List<Population> populations = new ArrayList<>();
        List<SpikeRaster> spikes = new ArrayList<>();
        int inputs = 1 + random.nextInt(2);
        int total = inputs + 1 + random.nextInt(3);
        for (int p = 0; p < total; p++) {
            int size = 1 + random.nextInt(20);
            SpikeRaster raster = raster(random, size, ticks);
            spikes.add(raster);
            populations.add(new Population(
                    "p" + p, size, p < inputs ? new SpikeSource(raster) : new Lif(LifParameters.of(0.9, 1))));
        }
        List<Projection> projections = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            Population source = populations.get(random.nextInt(total));
            Population target = populations.get(inputs + random.nextInt(total - inputs));
            Synapses synapses = random.nextBoolean()
                    ? dense(random, source.size(), target.size())
                    : sparse(random, source.size(), target.size());
            projections.add(new Projection(source.name(), target.name(), synapses));
        }
        return new Workload(new Network(populations, projections), spikes, ticks, new Clock(1e-3));
    }

    /** Spikes past the end of the run are there on purpose: they must not be counted. */
    private static SpikeRaster raster(Random random, int size, long ticks) {
        SpikeRaster.Builder raster = SpikeRaster.builder(size);
        double rate = random.nextDouble() * 0.4;
        for (long tick = 0; tick < ticks + 5; tick++) {
            for (int neuron = 0; neuron < size; neuron++) {
                if (random.nextDouble() < rate) {
                    raster.add(tick, neuron);
                }
            }
        }
        return raster.build();
    }

    private static Synapses dense(Random random, int sources, int targets) {
        double[] weights = random.doubles((long) sources * targets).toArray();
        return new DenseSynapses(sources, targets, weights, 1 + random.nextInt(4));
    }

    private static Synapses sparse(Random random, int sources, int targets) {
        SparseSynapses.Builder builder = SparseSynapses.builder(sources, targets);
        for (int i = 0; i < random.nextInt(sources * targets + 1); i++) {
            builder.add(random.nextInt(sources), random.nextInt(targets), random.nextInt(2), 1 + random.nextInt(6));
        }
        return builder.build();
    }
}
