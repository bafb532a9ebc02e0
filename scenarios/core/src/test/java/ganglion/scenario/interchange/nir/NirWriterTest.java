package ganglion.scenario.interchange.nir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NirWriterTest {

    private static final TensorShape ONE_BY_ONE = TensorShape.of(1, 1);

    @TempDir
    private Path folder;

    private NirGraph again(NirGraph graph) throws Exception {
        Path file = folder.resolve("again.nir");
        NirWriter.write(graph, file);
        return NirReader.read(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lif_norse.nir", "two_lif_neurons.nir", "braille_noDelay_bias_zero.nir", "cnn_sinabs.nir"})
    void writesPublishedGraphsAsTheyAre(String name) throws Exception {
        NirGraph graph = NirReader.read(NirReaderTest.reference(name));

        assertEquals(graph, again(graph));
    }

    @Test
    void writesEveryTypeOfNode() throws Exception {
        Tensor two = Tensor.vector(0.5, 0.25);
        Map<String, NirNode> nodes = new LinkedHashMap<>();
        Sliding line = new Sliding(
                TensorShape.of(3), TensorShape.of(2), TensorShape.of(1), TensorShape.of(1), TensorShape.of(1));
        Sliding same =
                new Sliding(TensorShape.of(2, 3), ONE_BY_ONE, TensorShape.of(0, 1), TensorShape.of(1, 1), ONE_BY_ONE);
        nodes.put("affine", new NirNode.Affine(Tensor.of(TensorShape.of(2, 3), 1f, 2f, 3f, 4f, 5f, 6f), two));
        nodes.put(
                "avg",
                new NirNode.Pool2d(
                        true,
                        new Sliding(
                                same.kernel(), same.stride(), TensorShape.of(0, 1), TensorShape.of(0, 1), ONE_BY_ONE)));
        nodes.put(
                "conv1",
                new NirNode.Conv(
                        Optional.of(TensorShape.of(9)),
                        Tensor.of(TensorShape.of(2, 1, 3), new float[6]),
                        line,
                        2,
                        two));
        nodes.put(
                "conv2",
                new NirNode.Conv(Optional.empty(), Tensor.of(TensorShape.of(2, 1, 2, 3), new float[12]), same, 1, two));
        nodes.put("cubali", NirNode.Dynamics.CubaLI.with(two, two, two, two, two));
        nodes.put("cubalif", NirNode.Dynamics.CubaLIF.with(two, two, two, two, two, two, two));
        nodes.put("delay", new NirNode.Delay(two));
        nodes.put("flatten", new NirNode.Flatten(Optional.of(TensorShape.of(2, 3)), 0, -1));
        nodes.put("i", NirNode.Dynamics.I.with(two));
        nodes.put("if", NirNode.Dynamics.IF.with(two, two, two));
        nodes.put("input", new NirNode.Input(TensorShape.of(2, 3, 4)));
        nodes.put("li", NirNode.Dynamics.LI.with(two, two, two));
        nodes.put("lif", NirNode.Dynamics.LIF.with(two, two, two, two, two));
        nodes.put("linear", new NirNode.Linear(Tensor.of(TensorShape.of(1, 2), 0.1, 0.2)));
        nodes.put(
                "nested",
                new NirGraph(
                        Map.of("input", new NirNode.Input(TensorShape.of(1))),
                        List.of(new NirGraph.Edge("input", "input"))));
        nodes.put("output", new NirNode.Output(TensorShape.of(5)));
        nodes.put("scale", new NirNode.Scale(Tensor.of(TensorShape.of(), 3.5)));
        nodes.put(
                "sum",
                new NirNode.Pool2d(
                        false,
                        new Sliding(
                                TensorShape.of(2, 2),
                                TensorShape.of(2, 2),
                                TensorShape.of(0, 0),
                                TensorShape.of(0, 0),
                                ONE_BY_ONE)));
        nodes.put("threshold", new NirNode.Threshold(two));
        NirGraph graph =
                new NirGraph(nodes, List.of(new NirGraph.Edge("input", "affine"), new NirGraph.Edge("affine", "lif")));

        assertEquals(graph, again(graph));
    }

    /** What the reference package looks for: names and kinds of fields. */
    @Test
    void keepsTheLayoutOfTheReferencePackage() throws Exception {
        Path file = folder.resolve("layout.nir");
        NirWriter.write(NirReader.read(NirReaderTest.reference("cnn_sinabs.nir")), file);

        try (HdfFile written = new HdfFile(file);
                HdfFile reference = new HdfFile(NirReaderTest.reference("cnn_sinabs.nir"))) {
            assertEquals("NIRGraph", written.getDatasetByPath("/node/type").getData());
            for (String node : List.of("0", "4", "8", "9", "input", "output")) {
                String path = "/node/nodes/" + node;
                ((Group) reference.getByPath(path)).getChildren().forEach((field, dataset) -> {
                    Dataset expected = (Dataset) dataset;
                    Dataset found = written.getDatasetByPath(path + "/" + field);
                    assertArrayEquals(expected.getDimensions(), found.getDimensions(), path + "/" + field);
                    assertEquals(expected.getJavaType(), found.getJavaType(), path + "/" + field);
                });
            }
        }
    }
}
