package ganglion.scenario.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.interchange.nir.NirGraph;
import ganglion.scenario.interchange.nir.NirNode;
import ganglion.scenario.interchange.nir.NirWriter;
import ganglion.scenario.interchange.nir.Tensor;
import ganglion.scenario.interchange.nir.TensorShape;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.ScenarioRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights of zero in a matrix, however few they are, are no synapses and cost no operations. */
class PrunedNetworkTest {

    private static final int SOURCES = 6;
    private static final int TARGETS = 8;

    @TempDir
    private Path folder;

    /** Of the 48 weights, 21 are zero. */
    private static double[] weights() {
        double[] weights = new double[SOURCES * TARGETS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i % 7 < 3 ? 0 : 0.25;
        }
        return weights;
    }

    @Test
    void haveNoSynapsesForZeros() throws Exception {
        Map<String, NirNode> nodes = new LinkedHashMap<>();
        nodes.put("input", new NirNode.Input(TensorShape.of(SOURCES)));
        nodes.put("weights", new NirNode.Linear(Tensor.of(TensorShape.of(TARGETS, SOURCES), weights())));
        nodes.put("neurons", new NirNode.Threshold(Tensor.vector(9, 9, 9, 9, 9, 9, 9, 9)));
        nodes.put("output", new NirNode.Output(TensorShape.of(TARGETS)));
        List<NirGraph.Edge> edges = List.of(
                new NirGraph.Edge("input", "weights"),
                new NirGraph.Edge("weights", "neurons"),
                new NirGraph.Edge("neurons", "output"));
        Path graph = folder.resolve("pruned.nir");
        NirWriter.write(new NirGraph(nodes, edges), graph);
        Path spikes = Files.writeString(folder.resolve("all.csv"), "tick,neuron\n0,0\n0,1\n0,2\n0,3\n0,4\n0,5\n");
        Path scenario = folder.resolve("net.yaml");

        NirImport.run(graph, scenario, NirImportTest.options(1e-3, Optional.of(spikes)));

        Network network = NetworkBinder.bind(
                ScenarioFiles.read(scenario, ScenarioOverrides.NONE),
                Stimulus.NONE,
                TaskRunner.SEQUENTIAL,
                share -> {});
        assertEquals(27, network.synapseCount());
        ScenarioRun run = NirImportTest.run(scenario);
        assertEquals(27, run.result().activity().synapticEvents());
    }
}
