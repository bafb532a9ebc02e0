package ganglion.kernel;

import ganglion.kernel.core.CoreTransfer;
import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Partition;
import java.util.List;

/** Looks at cores that are at rest. */
final class CoreSample implements RunSample {

    private final Network network;
    private final Partition partition;
    private final List<NeuroCore> cores;
    private final long tick;

    CoreSample(Network network, Partition partition, List<NeuroCore> cores, long tick) {
        this.network = network;
        this.partition = partition;
        this.cores = cores;
        this.tick = tick;
    }

    @FunctionalInterface
    private interface Reading {

        void read(CoreTransfer core, int hostedIndex, double[] values, int offset);
    }

    @Override
    public double[] potentials(int population) {
        return values(population, (core, hosted, values, offset) -> core.potentials(hosted, tick, values, offset));
    }

    @Override
    public double[] synapticCurrents(int population) {
        return values(population, (core, hosted, values, offset) -> core.currents(hosted, tick, values, offset));
    }

    /** Gathers a value per neuron from all cores that host some of the population. */
    private double[] values(int population, Reading reading) {
        double[] values = new double[network.populations().get(population).size()];
        for (NeuroCore core : cores) {
            List<HostedNeurons> hosted = partition.cores().get(core.id());
            for (int h = 0; h < hosted.size(); h++) {
                if (hosted.get(h).population() == population) {
                    reading.read(core.transfer(), h, values, hosted.get(h).first());
                }
            }
        }
        return values;
    }
}
