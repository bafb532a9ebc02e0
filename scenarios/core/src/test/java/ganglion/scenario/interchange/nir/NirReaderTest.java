package ganglion.scenario.interchange.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.table.TableException;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NirReaderTest {

    @TempDir
    private Path folder;

    static Path reference(String name) throws URISyntaxException {
        return Path.of(NirReaderTest.class.getResource("/nir/" + name).toURI());
    }

    @Test
    void readsWhatTheReferencePackageWrote() throws Exception {
        NirGraph graph = NirReader.read(reference("lif_norse.nir"));

        assertEquals(
                List.of("0", "1", "input", "output"), List.copyOf(graph.nodes().keySet()));
        assertEquals("[input -> 0, 0 -> 1, 1 -> output]", graph.edges().toString());
        NirNode.Stateful lif =
                assertInstanceOf(NirNode.Stateful.class, graph.nodes().get("1"));
        assertEquals(Tensor.of(TensorShape.of(1), 0.0025f), lif.of("tau"));
        assertEquals(0, lif.of("v_reset").at(0));
        assertEquals(new NirNode.Input(TensorShape.of(1)), graph.nodes().get("input"));
    }

    @Test
    void readsConvolutionsAndPools() throws Exception {
        NirGraph graph = NirReader.read(reference("cnn_sinabs.nir"));

        NirNode.Conv conv = assertInstanceOf(NirNode.Conv.class, graph.nodes().get("0"));
        assertEquals(TensorShape.of(16, 2, 5, 5), conv.weight().shape());
        assertEquals(TensorShape.of(5, 5), conv.sliding().kernel());
        assertEquals(TensorShape.of(2, 2), conv.sliding().stride());
        assertEquals(TensorShape.of(34, 34), conv.inputShape().orElseThrow());
        assertEquals("Conv2d", conv.type());
        NirNode.Pool2d pool =
                assertInstanceOf(NirNode.Pool2d.class, graph.nodes().get("4"));
        assertEquals("SumPool2d", pool.type());
        assertInstanceOf(NirNode.Flatten.class, graph.nodes().get("8"));
    }

    /** The inner edges of this published file name a node "lif", but the node is called "lif1". */
    @Test
    void namesTheNodeThatAnEdgeMisses() throws Exception {
        assertProblem(
                "node lif1: the edge input -> lif names the node \"lif\","
                        + " expected one of input, lif1, lin, output, did you mean \"lif1\"?",
                reference("braille_noDelay_bias_zero_subgraph.nir"));
    }

    @Test
    void namesAFieldThatIsMissing() throws Exception {
        Path file = graphWith("LIF", lif -> {
            lif.putDataset("r", new float[] {1});
            lif.putDataset("v_threshold", new float[] {1});
            lif.putDataset("v_leak", new float[] {1});
        });

        assertProblem("node a: found no field \"tau\", which its type requires", file);
    }

    @Test
    void namesATypeThatItDoesNotKnow() throws Exception {
        assertProblem(
                "node a: found the type \"Transformer\", expected Input, Output, Affine, Linear, Scale, Conv1d, Conv2d,"
                        + " SumPool2d, AvgPool2d, Flatten, Delay, Threshold, I, LI, IF, LIF, CubaLI, CubaLIF or NIRGraph",
                graphWith("Transformer", node -> {}));
    }

    @Test
    void refusesShapesThatAreWrong() throws Exception {
        assertProblem(
                "node a: found a weight of shape [3], expected [outputs, inputs]",
                graphWith("Linear", node -> node.putDataset("weight", new float[3])));
        assertProblem("node a: found a bias of shape [2] beside a weight for 3 outputs", graphWith("Affine", node -> {
            node.putDataset("weight", new float[3][4]);
            node.putDataset("bias", new float[2]);
        }));
    }

    @Test
    void refusesNumbersThatMakeNoSense() throws Exception {
        assertProblem(
                "node a: found NaN in the field \"weight\", expected finite numbers",
                graphWith("Linear", node -> node.putDataset("weight", new float[][] {{1, Float.NaN}})));
        assertProblem(
                "node a: found -1.0E31 in the field \"weight\", expected numbers of at most 1e30 either way",
                graphWith("Linear", node -> node.putDataset("weight", new double[][] {{1, -1e31}})));
        assertProblem(
                "node a: found 1.0E101 in the field \"r\", expected numbers of at most 1e30 either way",
                graphWith("LI", node -> {
                    node.putDataset("tau", new double[] {1, 1});
                    node.putDataset("r", new double[] {1, 1e101});
                    node.putDataset("v_leak", new double[] {0, 0});
                }));
        assertProblem("node a: found the tau 0.0, expected more than 0 s", graphWith("LI", node -> {
            node.putDataset("tau", new double[] {1, 0});
            node.putDataset("r", new double[] {1, 1});
            node.putDataset("v_leak", new double[] {0, 0});
        }));
        assertProblem(
                "node a: found text in the field \"weight\", expected numbers of type float32, float64, int32 or int64",
                graphWith("Linear", node -> node.putDataset("weight", "heavy")));
    }

    @Test
    void refusesMoreNeuronsThanFit() throws Exception {
        assertProblem(
                "node a: found 1000000000 neurons, expected 1 to 100000000",
                graphWith("Input", node -> node.putDataset("shape", new long[] {1_000_000_000})));
        assertProblem(
                "node a: found 9223372036854775807 neurons, expected 1 to 100000000",
                graphWith("Input", node -> node.putDataset("shape", new long[] {2_000_000_000, 2_000_000_000, 9})));
    }

    @Test
    void refusesNestingWithoutEnd() throws Exception {
        Path file = folder.resolve("nested.nir");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            WritableGroup graph = hdf.putGroup("node");
            for (int depth = 0; depth < 20; depth++) {
                graph.putDataset("type", "NIRGraph");
                graph.putDataset("edges", new String[][] {{"a", "a"}});
                graph = graph.putGroup("nodes").putGroup("a");
            }
        }

        assertTrue(problem(file).endsWith("found graphs nested more than 16 deep"), problem(file));
    }

    @Test
    void saysWhatAFileIsNot() throws Exception {
        Path text = Files.writeString(folder.resolve("text.nir"), "nothing of the kind");
        Path empty = Files.createFile(folder.resolve("empty.nir"));
        Path other = folder.resolve("other.nir");
        try (WritableHdfFile hdf = HdfFile.write(other)) {
            hdf.putDataset("weights", new float[2]);
        }

        assertTrue(problem(text).startsWith("is not a readable HDF5 file"), problem(text));
        assertTrue(problem(empty).equals("is empty, expected an HDF5 file"), problem(empty));
        assertProblem("found no group \"node\", which every NIR file has", other);
        assertProblem("no such file", folder.resolve("none.nir"));
        assertProblem("is not a regular file", folder);
    }

    /** Whatever is cut off or overwritten, the outcome is a graph or one line, never anything else. */
    @Test
    void survivesDamagedFiles() throws Exception {
        byte[] whole = Files.readAllBytes(reference("two_lif_neurons.nir"));
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] damaged = i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int k = 0; i % 2 == 1 && k < 3; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("damaged.nir"), damaged);
            try {
                NirReader.read(file);
            } catch (TableException e) {
                refused++;
                assertEquals(1, e.getMessage().lines().count(), e.getMessage());
            }
        }
        assertTrue(refused > 100, "only " + refused + " files were found damaged");
    }

    /** A graph of one node, named a. */
    private Path graphWith(String type, Consumer<WritableGroup> fields) throws IOException {
        Path file = Files.createTempFile(folder, "graph", ".nir");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            WritableGroup graph = hdf.putGroup("node");
            graph.putDataset("type", "NIRGraph");
            graph.putDataset("edges", new String[][] {{"a", "a"}});
            WritableGroup node = graph.putGroup("nodes").putGroup("a");
            node.putDataset("type", type);
            fields.accept(node);
        }
        return file;
    }

    private static String problem(Path file) {
        return assertThrows(TableException.class, () -> NirReader.read(file)).getMessage();
    }

    private static void assertProblem(String expected, Path file) {
        assertEquals(expected, problem(file));
    }
}
