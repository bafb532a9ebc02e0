package ganglion.kernel;

import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.event.SpikeBatch;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.schedule.Conductor;
import ganglion.kernel.schedule.Partition;
import java.util.ArrayList;
import java.util.List;

/**
 * A network dealt out to cores, ready to run once. An engine takes the {@link #cores}, runs the windows that the {@link
 * #conductor} hands out, and at the end asks for the {@link #result}.
 */
public final class PartitionedNetwork {

    private final Network network;
    private final Partition partition;
    private final List<Integer> traced;
    private final List<NeuroCore> cores;
    private final Conductor conductor;

    /**
     * @param ticks length of the run, at least 0
     * @param traced names of the populations whose membrane potentials are recorded at every tick
     * @throws IllegalArgumentException if a population does not exist, or the traces would be too large for memory
     */
    public PartitionedNetwork(Network network, Partition partition, long ticks, List<String> traced) {
        this(network, partition, ticks, traced, TaskRunner.SEQUENTIAL);
    }

    /** The same with cores laid out in parallel. */
    public PartitionedNetwork(
            Network network, Partition partition, long ticks, List<String> traced, TaskRunner runner) {
        if (ticks < 0) {
            throw new IllegalArgumentException("a run lasts 0 ticks or more, not " + ticks);
        }
        this.network = network;
        this.partition = partition;
        this.traced = traced.stream().map(network::index).distinct().toList();
        this.traced.forEach(population -> checkTraceSize(population, ticks));
        NeuroCore[] built = new NeuroCore[partition.cores().size()];
        runner.run(
                built.length,
                id -> built[id] = new NeuroCore(id, network, partition.cores().get(id), this.traced));
        this.cores = List.of(built);
        this.conductor = new Conductor(network, partition, cores, ticks);
    }

    private void checkTraceSize(int population, long ticks) {
        Population traced = network.populations().get(population);
        if (ticks > (Integer.MAX_VALUE - 8) / traced.size()) {
            throw new IllegalArgumentException("the membrane trace of population " + traced.name() + " would hold "
                    + ticks + " ticks of " + traced.size() + " neurons, more than fits into memory");
        }
    }

    /** The cores, by number. */
    public List<NeuroCore> cores() {
        return cores;
    }

    /** What decides which core runs when. */
    public Conductor conductor() {
        return conductor;
    }

    /** The outcome, once the conductor has no more rounds: of all ticks, or of those before it was stopped. */
    public SimulationResult result() {
        long ticks = conductor.completedTicks();
        cores.forEach(core -> core.finish(ticks));
        List<SpikeRaster> spikes = spikes();
        long spikeCount = spikes.stream().mapToLong(SpikeRaster::size).sum();
        long events = cores.stream().mapToLong(NeuroCore::synapticEvents).sum();
        long updates = cores.stream().mapToLong(NeuroCore::neuronUpdates).sum();
        List<MembraneTrace> membranes =
                traced.stream().map(population -> trace(population, ticks)).toList();
        ActivityCounts activity = new ActivityCounts(spikeCount, events, updates);
        return new SimulationResult(network, ticks, spikes, activity, membranes, weights());
    }

    private List<PlasticWeights> weights() {
        List<PlasticWeights> weights = new ArrayList<>();
        for (int p = 0; p < network.projections().size(); p++) {
            Projection projection = network.projections().get(p);
            if (projection.plasticity().isPresent()) {
                double[] byPosition = new double[(int) projection.synapses().count()];
                for (NeuroCore core : cores) {
                    core.copyWeights(p, byPosition);
                }
                weights.add(new PlasticWeights(p, byPosition));
            }
        }
        return weights;
    }

    private List<SpikeRaster> spikes() {
        List<SpikeRaster.Builder> builders = new ArrayList<>();
        network.populations().forEach(population -> builders.add(SpikeRaster.builder(population.size())));
        List<List<SpikeBatch>> emitted = conductor.emitted();
        for (int core = 0; core < emitted.size(); core++) {
            for (HostedNeurons run : partition.cores().get(core)) {
                int firstNeuron = network.firstNeuron(run.population());
                int low = firstNeuron + run.first();
                int high = low + run.size();
                SpikeRaster.Builder builder = builders.get(run.population());
                for (SpikeBatch batch : emitted.get(core)) {
                    for (int i = 0; i < batch.size(); i++) {
                        int neuron = batch.neuron(i);
                        if (neuron >= low && neuron < high) {
                            builder.add(batch.tick(i), neuron - firstNeuron);
                        }
                    }
                }
            }
        }
        return builders.stream().map(SpikeRaster.Builder::build).toList();
    }

    private MembraneTrace trace(int population, long ticks) {
        int size = network.populations().get(population).size();
        double[] potentials = new double[Math.toIntExact(ticks * size)];
        for (int core = 0; core < cores.size(); core++) {
            List<HostedNeurons> hosted = partition.cores().get(core);
            for (int h = 0; h < hosted.size(); h++) {
                HostedNeurons run = hosted.get(h);
                if (run.population() == population) {
                    double[] part = cores.get(core).trace(h);
                    for (int tick = 0; tick < ticks; tick++) {
                        System.arraycopy(part, tick * run.size(), potentials, tick * size + run.first(), run.size());
                    }
                }
            }
        }
        return new MembraneTrace(network.populations().get(population).name(), size, potentials);
    }
}
