package ganglion.scenario.future;

import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.RunState;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.schedule.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A network that goes on from a state with other input. Safe to share between threads. */
final class OtherInput {

    private final Network network;
    private final InputSpikes inputs;
    private final List<String> traced;
    private final RunState state;

    /**
     * @param network that ran
     * @param inputs of the run
     * @param traced populations whose potentials the state has, and the outcome
     * @param state that it came to in the run
     */
    OtherInput(Network network, InputSpikes inputs, List<String> traced, RunState state) {
        this.network = network;
        this.inputs = inputs;
        this.traced = traced;
        this.state = withoutInputs(state);
    }

    /** Inputs that are given as lists of spikes have no state. */
    private RunState withoutInputs(RunState whole) {
        List<long[]> neurons = new ArrayList<>(whole.neurons());
        inputs.populations().forEach(population -> neurons.set(population, new long[0]));
        int[] kept = IntStream.range(0, whole.wishNeurons().length)
                .filter(i -> !inputs.contains(network.populationOf(whole.wishNeurons()[i])))
                .toArray();
        return new RunState(
                whole.tick(),
                neurons,
                IntStream.of(kept).map(i -> whole.wishNeurons()[i]).toArray(),
                IntStream.of(kept).mapToLong(i -> whole.wishTicks()[i]).toArray(),
                whole.weights(),
                whole.spikes(),
                whole.membranes(),
                whole.synapticEvents(),
                whole.neuronUpdates());
    }

    /**
     * Goes on to a tick.
     *
     * @param spikes what a population of the inputs fires from the state on
     */
    SimulationResult until(long tick, IntFunction<SpikeRaster> spikes) {
        List<Population> populations = new ArrayList<>(network.populations());
        for (int population : inputs.populations()) {
            Population given = populations.get(population);
            populations.set(
                    population, new Population(given.name(), given.size(), new SpikeSource(spikes.apply(population))));
        }
        Network other = new Network(populations, network.projections());
        return SequentialSimulation.run(
                PartitionedNetwork.resumed(other, Partition.whole(other), tick, traced, TaskRunner.SEQUENTIAL, state));
    }
}
