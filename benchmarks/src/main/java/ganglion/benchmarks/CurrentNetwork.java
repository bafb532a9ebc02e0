package ganglion.benchmarks;

import ganglion.kernel.connectivity.Connection;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SynapseParameter;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.kernel.parallel.TaskRunner;
import java.util.ArrayList;
import java.util.List;

/**
 * W2: 4,000 neurons, 2 % of the pairs joined, exponentially decaying currents of 5 and 10 ms, ticks of 0.1 ms (T. P. Vogels
 * and L. F. Abbott, "Signal propagation and logic gating in networks of integrate-and-fire neurons", J. Neurosci. 25, 2005;
 * the benchmark CUBA of Brette et al., J. Comput. Neurosci. 23, 2007). Potentials in mV above the resting potential.
 *
 * @param ticks length of the run
 */
record CurrentNetwork(long ticks) implements BenchmarkNetwork {

    private static final int EXCITATORY = 3_200;
    private static final int INHIBITORY = 800;
    private static final double PROBABILITY = 0.02;
    private static final double TICK_MILLISECONDS = 0.1;

    /** The run that others have counted. */
    static CurrentNetwork w2() {
        return new CurrentNetwork(10_000);
    }

    @Override
    public double tickSeconds() {
        return TICK_MILLISECONDS * 1e-3;
    }

    @Override
    public long expectedSpikes() {
        return ticks == 10_000 ? 22_428 : -1;
    }

    @Override
    public String expectedHash() {
        return ticks == 10_000 ? "d88d8b2040a5ba903f0a4c196f94f9ad1a7c3cf1a61f079335f4c26a1aa84b5d" : "";
    }

    @Override
    public Network network(TaskRunner runner) {
        List<Population> populations = List.of(population("E", 0, EXCITATORY), population("I", EXCITATORY, INHIBITORY));
        List<Projection> projections = new ArrayList<>();
        int firstSource = 0;
        for (Population source : populations) {
            double weight = source.name().equals("E") ? 16.2 : -90;
            int firstTarget = 0;
            for (Population target : populations) {
                Connection connection = new Connection(
                        new Netgen.Pairs(PROBABILITY, EXCITATORY + INHIBITORY, firstSource, firstTarget),
                        SynapseParameter.constant(weight),
                        SynapseParameter.constant(1));
                Ends ends = new Ends(source.size(), target.size(), source == target);
                projections.add(new Projection(source.name(), target.name(), connection.connect(ends, runner)));
                firstTarget += target.size();
            }
            firstSource += source.size();
        }
        return new Network(populations, projections);
    }

    private static Population population(String name, int first, int size) {
        LifParameters membrane = new LifParameters(
                NeuronValues.of(Math.exp(-TICK_MILLISECONDS / 20)),
                NeuronValues.of(-1),
                false,
                Reset.TO_VALUE,
                false,
                NeuronValues.of(-11),
                NeuronValues.of(0),
                NeuronValues.of(0),
                Netgen.initialPotentials(first, size, -11, -1),
                50);
        List<SynapticCurrent> currents = List.of(
                SynapticCurrent.exact(5, 20, 200, TICK_MILLISECONDS),
                SynapticCurrent.exact(10, 20, 200, TICK_MILLISECONDS));
        return new Population(name, size, new SynapticLif(membrane, currents, SynapticOrder.POTENTIAL_FIRST));
    }
}
