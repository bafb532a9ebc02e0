package ganglion.scenario.interchange.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.documents.table.TableException;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import ganglion.scenario.interchange.nir.NirException;
import ganglion.scenario.interchange.nir.NirGraph;
import ganglion.scenario.interchange.nir.NirReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The reference files in the test resources, and runs of what is compiled from them. */
final class Reference {

    private Reference() {}

    static Path file(String name) {
        try {
            return Path.of(Reference.class.getResource("/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static NirGraph graph(String name) {
        try {
            return NirReader.read(file("nir/" + name));
        } catch (TableException e) {
            throw new IllegalStateException(e);
        }
    }

    static CompiledGraph compile(String name, CompileOptions options) {
        try {
            return GraphCompiler.compile(graph(name), options);
        } catch (NirException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(file(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of numbers, comma separated, without a header. */
    static double[][] csv(String name) {
        try {
            return Files.readAllLines(file(name)).stream()
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] doubles(JsonNode list) {
        double[] values = new double[list.size()];
        Arrays.setAll(values, i -> list.get(i).doubleValue());
        return values;
    }

    /** Events as rows of step and neuron. */
    static SpikeRaster raster(JsonNode events, int size) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(size);
        for (JsonNode event : events) {
            spikes.add(event.get(0).longValue(), event.get(1).intValue());
        }
        return spikes.build();
    }

    /** The network of a graph with one input. */
    private static Network network(CompiledGraph graph, SpikeRaster input) {
        List<Population> populations = new ArrayList<>();
        populations.add(new Population(graph.inputs().get(0).name(), input.neuronCount(), new SpikeSource(input)));
        graph.layers()
                .forEach(layer ->
                        populations.add(new Population(layer.name(), layer.size(), layer.model(), layer.depth())));
        return new Network(
                populations,
                graph.connections().stream()
                        .map(each -> new Projection(each.from(), each.to(), synapses(each.synapses())))
                        .toList());
    }

    private static Synapses synapses(SynapticMap map) {
        SparseSynapses.Builder builder = SparseSynapses.builder(map.sourceSize(), map.targetSize());
        map.forEach((source, target, weight, delayTicks) -> builder.add(source, target, weight, delayTicks));
        return builder.build();
    }

    /** What a run of so many steps gives, the layers late by their depth included. */
    static SimulationResult run(CompiledGraph graph, SpikeRaster input, int steps, List<String> traced) {
        Network network = network(graph, input);
        int deepest = graph.layers().stream()
                .mapToInt(CompiledGraph.Layer::depth)
                .max()
                .orElseThrow();
        return SequentialSimulation.run(network, Partition.ofCoreSize(network, 1000), steps + deepest, traced);
    }

    /** The spikes of a layer by step of the graph. */
    static SpikeRaster steps(CompiledGraph graph, SimulationResult result, String layer, int steps) {
        int depth = graph.layer(layer).depth();
        SpikeRaster late = result.spikesOf(layer);
        SpikeRaster.Builder spikes = SpikeRaster.builder(late.neuronCount());
        for (int i = 0; i < late.size(); i++) {
            long step = late.tick(i) - depth;
            if (step >= 0 && step < steps) {
                spikes.add(step, late.neuron(i));
            }
        }
        return spikes.build();
    }

    /** The potentials of a layer's neuron by step of the graph. */
    static double[] potentials(CompiledGraph graph, MembraneTrace trace, int neuron, int steps) {
        int depth = graph.layer(trace.population()).depth();
        double[] values = new double[steps];
        Arrays.setAll(values, step -> trace.at(step + depth, neuron));
        return values;
    }

    static List<Long> ticks(SpikeRaster raster) {
        List<Long> ticks = new ArrayList<>();
        for (int i = 0; i < raster.size(); i++) {
            ticks.add(raster.tick(i));
        }
        return ticks;
    }
}
