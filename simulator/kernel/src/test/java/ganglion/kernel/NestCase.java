package ganglion.kernel;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.kernel.neuron.source.SpikeSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A network and the spikes that NEST made of it, from the test resources. Potentials are relative to the leak potential. */
final class NestCase {

    private final Map<String, String> values = new HashMap<>();
    private final List<double[]> neurons = new ArrayList<>();
    private final List<double[]> inputs = new ArrayList<>();
    private final List<double[]> inputSynapses = new ArrayList<>();
    private final List<double[]> synapses = new ArrayList<>();
    private final List<double[]> spikes = new ArrayList<>();

    static NestCase read(String name) throws IOException {
        NestCase read = new NestCase();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                NestCase.class.getResourceAsStream("nest/" + name + ".csv"), StandardCharsets.UTF_8))) {
            reader.lines().forEach(read::add);
        }
        return read;
    }

    private void add(String line) {
        String[] fields = line.split("[, ]");
        switch (fields[0]) {
            case "neuron" -> neurons.add(numbers(fields, 2));
            case "input" -> inputs.add(numbers(fields, 2));
            case "input-synapse" -> inputSynapses.add(numbers(fields, 1));
            case "synapse" -> synapses.add(numbers(fields, 1));
            case "spikes" -> spikes.add(numbers(fields, 2));
            default -> values.put(fields[0], fields[1]);
        }
    }

    private static double[] numbers(String[] fields, int from) {
        return Arrays.stream(fields).skip(from).mapToDouble(Double::parseDouble).toArray();
    }

    double value(String key) {
        return Double.parseDouble(values.get(key));
    }

    int size() {
        return neurons.size();
    }

    /** Spike times of a neuron in milliseconds. */
    double[] spikes(int neuron) {
        return spikes.get(neuron);
    }

    /** The network with ticks of a given length. Tick k stands for the time (k + 1) ticks, when the first has passed. */
    Network network(double tick, Integration integration) {
        SpikeRaster.Builder raster = SpikeRaster.builder(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            for (double time : inputs.get(i)) {
                raster.add(Math.round(time / tick) - 1, i);
            }
        }
        SparseSynapses.Builder fromInputs = SparseSynapses.builder(inputs.size(), size());
        inputSynapses.forEach(synapse -> add(fromInputs, synapse, tick));
        SparseSynapses.Builder within = SparseSynapses.builder(size(), size());
        synapses.forEach(synapse -> add(within, synapse, tick));
        return new Network(
                List.of(
                        new Population("inputs", inputs.size(), new SpikeSource(raster.build())),
                        new Population("neurons", size(), model(tick, integration))),
                List.of(
                        new Projection("inputs", "neurons", fromInputs.build()),
                        new Projection("neurons", "neurons", within.build())));
    }

    private static void add(SparseSynapses.Builder builder, double[] synapse, double tick) {
        builder.add((int) synapse[0], (int) synapse[1], synapse[2], (int) Math.round(synapse[3] / tick));
    }

    private NeuronModel model(double tick, Integration integration) {
        double tau = value("tau_m");
        double capacitance = value("C_m");
        double beta = StrictMath.exp(-tick / tau);
        LifParameters membrane = LifParameters.of(beta, value("V_th") - value("E_L"))
                .withInitialPotential(each(0, 1, -value("E_L")))
                .withBias(each(1, tau / capacitance * (1 - beta), 0))
                .withRefractoryTicks((int) Math.round(value("t_ref") / tick));
        if (!values.containsKey("tau_syn_ex")) {
            return new Lif(membrane, integration);
        }
        return new SynapticLif(
                membrane,
                List.of(
                        SynapticCurrent.exact(value("tau_syn_ex"), tau, capacitance, tick),
                        SynapticCurrent.exact(value("tau_syn_in"), tau, capacitance, tick)),
                SynapticOrder.POTENTIAL_FIRST);
    }

    private NeuronValues each(int field, double factor, double summand) {
        return NeuronValues.each(neurons.stream()
                .mapToDouble(neuron -> factor * neuron[field] + summand)
                .toArray());
    }
}
