package ganglion.scenario.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.scenario.interchange.compile.CompileOptions;
import ganglion.scenario.interchange.compile.Discretisation;
import ganglion.scenario.interchange.nir.NirNode;
import ganglion.scenario.interchange.nir.NirReader;
import ganglion.scenario.interchange.nir.TensorShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Convolutions of scenarios are convolutions of graphs, and come back as they were. */
class ConvolutionRoundTripTest {

    private static final String INPUTS = """
        scenario: images
        clock: {tick: 1 ms, duration: 40 ticks}
        inputs: [{name: eye, spikes: eye.csv, size: 24}]
        network:
        """;

    private static final String IN_PLANE = INPUTS + """
          populations:
            - {name: edges, size: 12, model: lif, parameters: {beta: 0.5, threshold: 0.5, bias: BIAS}, start: 1 tick}
            - {name: out, size: 2, model: lif, parameters: {beta: 0.75, threshold: 1}, start: 2 ticks}
          projections:
            - from: eye
              to: edges
              connectivity: {rule: convolution, input: [2, 3, 4], kernel: [2, 3], channels: 3, stride: [1, 2], padding: [0, 1]}
              weights: {distribution: uniform, low: -0.25, high: 1}
            - {from: edges, to: out, weights: 0.125}
        """;

    @TempDir
    private Path folder;

    private Path scenario(String name, String text) throws Exception {
        StringBuilder spikes = new StringBuilder("tick,neuron\n");
        for (int i = 0; i < 200; i++) {
            spikes.append(i / 6).append(',').append(i * 7 % 24).append('\n');
        }
        Files.writeString(folder.resolve("eye.csv"), spikes);
        return Files.writeString(folder.resolve(name), text);
    }

    private Map<String, NirNode> exported(Path scenario, Path graph) throws Exception {
        NirExport.run(scenario, graph, Discretisation.EULER, false);
        return NirReader.read(graph).nodes();
    }

    private Path imported(Path graph, String name) throws Exception {
        Path scenario = folder.resolve(name).resolve("net.yaml");
        NirImport.Options options =
                new NirImport.Options(new Clock(1e-3), CompileOptions.of(1e-3), OptionalLong.of(40), Optional.empty());
        NirImport.run(graph, scenario, options);
        Files.copy(
                folder.resolve("eye.csv"),
                scenario.resolveSibling("net.spikes.csv"),
                StandardCopyOption.REPLACE_EXISTING);
        return scenario;
    }

    private void assertComesBack(Path scenario, Map<String, NirNode> nodes, Path again, String key) throws Exception {
        SpikeRaster spikes = NirImportTest.run(scenario).result().spikesOf("edges");
        assertTrue(spikes.size() > 50, spikes.toString());
        assertEquals(spikes, NirImportTest.run(again).result().spikesOf("edges"));
        assertEquals(nodes, exported(again, folder.resolve("again.nir")));
        assertTrue(Files.readString(again).contains(key));
    }

    @Test
    void aRuleIsANodeBetweenImages() throws Exception {
        Path scenario = scenario("images.yaml", IN_PLANE.replace("BIAS", "0.0625"));
        Path graph = folder.resolve("images.nir");

        Map<String, NirNode> nodes = exported(scenario, graph);
        Path again = imported(graph, "again");

        NirNode.Conv conv = (NirNode.Conv) nodes.get("eye-to-edges");
        assertEquals("Conv2d", conv.type());
        assertEquals(Optional.of(TensorShape.of(3, 4)), conv.inputShape());
        assertEquals(TensorShape.of(3, 2, 2, 3), conv.weight().shape());
        assertEquals(TensorShape.of(1, 2), conv.sliding().stride());
        assertEquals(TensorShape.of(0, 1), conv.sliding().after());
        assertEquals(0.0625, conv.bias().at(2));
        assertEquals(new NirNode.Input(TensorShape.of(2, 3, 4)), nodes.get("eye"));
        assertEquals(
                TensorShape.of(3, 2, 2),
                ((NirNode.Stateful) nodes.get("edges")).of("tau").shape());
        assertEquals(new NirNode.Flatten(Optional.of(TensorShape.of(3, 2, 2)), 0, -1), nodes.get("edges-flat"));

        assertEquals(
                NirImportTest.run(scenario).result().spikesOf("out"),
                NirImportTest.run(again).result().spikesOf("out"));
        assertComesBack(scenario, nodes, again, "convolution");
    }

    /** Elements of the kernel stand apart, and each half of the channels sees its own half of the input. */
    @Test
    void dilationAndGroupsToo() throws Exception {
        Path scenario = scenario("apart.yaml", INPUTS + """
              populations:
                - {name: edges, size: 24, model: lif, parameters: {beta: 0.5, threshold: 0.5}, start: 1 tick}
              projections:
                - from: eye
                  to: edges
                  connectivity: {rule: convolution, input: [2, 3, 4], kernel: [2, 3], channels: 4, dilation: [2, 1], padding: [1, 0], groups: 2}
                  weights: {distribution: uniform, low: -0.25, high: 1}
            """);
        Path graph = folder.resolve("apart.nir");

        Map<String, NirNode> nodes = exported(scenario, graph);
        Path again = imported(graph, "again");

        NirNode.Conv conv = (NirNode.Conv) nodes.get("eye-to-edges");
        assertEquals(TensorShape.of(4, 1, 2, 3), conv.weight().shape());
        assertEquals(TensorShape.of(2, 1), conv.sliding().dilation());
        assertEquals(2, conv.groups());
        assertComesBack(scenario, nodes, again, "dilation");
    }

    /** PyTorch pads an even kernel with one more at the far end. NIR has no word for other padding that is uneven. */
    @Test
    void thePaddingOfAnEvenKernelToo() throws Exception {
        String text = INPUTS + """
              populations:
                - {name: edges, size: 24, model: lif, parameters: {beta: 0.5, threshold: 0.5}, start: 1 tick}
              projections:
                - from: eye
                  to: edges
                  connectivity: {rule: convolution, input: [2, 3, 4], kernel: [2, 3], channels: 2, padding: [0, 1], extra-padding: [1, 0]}
                  weights: {distribution: uniform, low: -0.25, high: 1}
            """;
        Path scenario = scenario("even.yaml", text);

        Map<String, NirNode> nodes = exported(scenario, folder.resolve("even.nir"));
        Path again = imported(folder.resolve("even.nir"), "again");

        NirNode.Conv conv = (NirNode.Conv) nodes.get("eye-to-edges");
        assertEquals(TensorShape.of(0, 1), conv.sliding().before());
        assertEquals(TensorShape.of(1, 1), conv.sliding().after());
        assertComesBack(scenario, nodes, again, "extra-padding");
        Path uneven = scenario(
                "uneven.yaml", text.replace("padding: [0, 1], extra-padding: [1, 0]", "extra-padding: [1, 2]"));
        assertTrue(exported(uneven, folder.resolve("uneven.nir")).values().stream()
                .noneMatch(NirNode.Conv.class::isInstance));
    }

    /** A bias of each neuron is none of a channel; the weights are then those of a matrix. */
    @Test
    void whatNoConvolutionSaysIsAMatrix() throws Exception {
        String biases = "[0.5, 0.25, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]";
        Path scenario = scenario("biased.yaml", IN_PLANE.replace("BIAS", biases));

        Map<String, NirNode> nodes = exported(scenario, folder.resolve("biased.nir"));

        assertEquals("Affine", nodes.get("eye-to-edges").type());
        assertEquals(new NirNode.Input(TensorShape.of(24)), nodes.get("eye"));
    }

    @Test
    void importsOfPublishedNetworksKeepThem() throws Exception {
        Path first = folder.resolve("cnn.yaml");
        NirImport.run(
                NirImportTest.resource("cnn_sinabs.nir"),
                first,
                new NirImport.Options(
                        new Clock(1),
                        new CompileOptions(1, Discretisation.EULER, true),
                        OptionalLong.empty(),
                        Optional.empty()));

        Map<String, Long> types = exported(first, folder.resolve("cnn.nir")).values().stream()
                .collect(Collectors.groupingBy(NirNode::type, Collectors.counting()));

        assertEquals(2, types.get("Conv2d"), "the third comes behind a pool, folded into one matrix with it");
    }
}
