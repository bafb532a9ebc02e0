package ganglion.scenario.interchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.output.YamlText;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.ScenarioDocument;
import ganglion.scenario.interchange.compile.CompiledGraph;
import ganglion.scenario.model.PopulationSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes a compiled graph as a scenario. */
final class ScenarioText {

    private final CompiledGraph graph;
    private final ImportFiles files;
    private final WeightsFile weights;
    private final LayerNames names = new LayerNames();

    ScenarioText(CompiledGraph graph, ImportFiles files, WeightsFile weights) {
        this.graph = graph;
        this.files = files;
        this.weights = weights;
    }

    ObjectNode document(String description, Clock clock, long durationTicks) {
        ScenarioDocument document = new ScenarioDocument(files.scenarioName(), description, clock, durationTicks);
        for (CompiledGraph.Source input : graph.inputs()) {
            String file = files.spikesFile(document.inputCount() + 1);
            document.addSpikes(
                    names.of(input.name()), file, Math.toIntExact(input.shape().count()));
        }
        List<CompiledGraph.Layer> layers = inOrder();
        PopulationText text = new PopulationText(clock, weights);
        layers.forEach(layer -> text.write(population(layer), document.addPopulation()));
        writeConnections(layers, document);
        return document.tree();
    }

    /** The layers as they follow each other: HDF5 files keep no order of nodes that could be relied upon. */
    private List<CompiledGraph.Layer> inOrder() {
        return graph.layers().stream()
                .sorted(Comparator.comparingInt(CompiledGraph.Layer::depth)
                        .thenComparing(layer -> names.of(layer.name())))
                .toList();
    }

    private PopulationSpec population(CompiledGraph.Layer layer) {
        return new PopulationSpec("", names.of(layer.name()), layer.size(), layer.model(), List.of(), layer.depth());
    }

    private void writeConnections(List<CompiledGraph.Layer> layers, ScenarioDocument document) {
        List<String> order = layers.stream().map(CompiledGraph.Layer::name).toList();
        List<CompiledGraph.Connection> connections = graph.connections().stream()
                .sorted(Comparator.<CompiledGraph.Connection>comparingInt(connection -> order.indexOf(connection.to()))
                        .thenComparingInt(connection -> order.indexOf(connection.from()))
                        .thenComparing(connection -> names.of(connection.from())))
                .toList();
        Set<String> used = new HashSet<>();
        for (CompiledGraph.Connection connection : connections) {
            String from = names.of(connection.from());
            String to = names.of(connection.to());
            String name = from + "-to-" + to;
            for (int i = 2; !used.add(name); i++) {
                name = from + "-to-" + to + "-" + i;
            }
            new SynapseText(connection.synapses(), name, weights)
                    .projection(from, to)
                    .ifPresent(document::addProjection);
        }
    }

    /** Writes the document, as JSON if the name of the scenario says so, else as YAML. */
    static void write(ObjectNode document, Path file, Path scenario) throws IOException {
        boolean json = scenario.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        Files.writeString(file, json ? document.toPrettyString() : YamlText.of(document));
    }
}
