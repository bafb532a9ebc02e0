package ganglion.scenario.interchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.precision.GridLif;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.ProjectionKeys;
import ganglion.scenario.interchange.compile.SynapticMap;
import ganglion.scenario.interchange.nir.Tensor;
import ganglion.scenario.interchange.nir.TensorShape;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ProjectionSpec;
import io.jhdf.HdfFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioTextTest {

    @TempDir
    private Path folder;

    private JsonNode projection(SynapticMap synapses) {
        try (WeightsFile weights = new WeightsFile(folder.resolve("w.h5"), "w.h5")) {
            ProjectionSpec projection = new SynapseText(synapses, "a-to-b", weights)
                    .projection("a", "b")
                    .orElseThrow();
            return ProjectionKeys.PROJECTION.write(projection);
        }
    }

    private String population(NeuronModel model, int size) {
        ObjectNode population = JsonNodeFactory.instance.objectNode();
        try (WeightsFile weights = new WeightsFile(folder.resolve("w.h5"), "w.h5")) {
            new PopulationText(new Clock(1e-3), weights)
                    .write(new PopulationSpec("", "out", size, model, List.of()), population);
        }
        assertEquals("out", population.remove("name").asText());
        assertEquals(size, population.remove("size").asInt());
        return population.toString();
    }

    private static SynapticMap dense(int delay, double... weights) {
        return new SynapticMap.Dense(
                Tensor.of(TensorShape.of(2, weights.length / 2), weights), new double[] {1}, delay);
    }

    @Test
    void writesAMatrixWithARowForEachSource() {
        JsonNode projection = projection(dense(1, 0.5, 0.25, 0.125, -1, -2, -3));

        assertEquals("{\"from\":\"a\",\"to\":\"b\",\"weights\":\"w.h5#/weights/a-to-b\"}", projection.toString());
        try (HdfFile file = new HdfFile(folder.resolve("w.h5"))) {
            float[][] rows =
                    (float[][]) file.getDatasetByPath("/weights/a-to-b").getData();
            assertArrayEquals(new float[] {0.5f, -1}, rows[0]);
            assertArrayEquals(new float[] {0.125f, -3}, rows[2]);
        }
    }

    @Test
    void writesAListWhereFewAreJoined() {
        JsonNode projection = projection(dense(3, 0, 0, 0, 0, 0.1, 0, 0, 0, 0, 0));

        assertEquals(
                "{\"from\":\"a\",\"to\":\"b\",\"connectivity\":\"w.h5#/synapses/a-to-b\",\"delay\":\"3 ticks\"}",
                projection.toString());
        try (HdfFile file = new HdfFile(folder.resolve("w.h5"))) {
            assertArrayEquals(new int[] {4}, (int[])
                    file.getDatasetByPath("/synapses/a-to-b/source").getData());
            assertArrayEquals(new double[] {0.1}, (double[])
                    file.getDatasetByPath("/synapses/a-to-b/weight").getData());
        }
    }

    @Test
    void writesNothingWhereNoneAreJoined() {
        try (WeightsFile weights = new WeightsFile(folder.resolve("w.h5"), "w.h5")) {
            assertEquals(Optional.empty(), new SynapseText(dense(1, 0, 0), "none", weights).projection("a", "b"));
        }
    }

    @Test
    void writesAListWhereAWeightIsZero() {
        JsonNode projection = projection(dense(1, 0.5, 0.25, 0.125, -1, 0, -3));

        assertEquals("{\"from\":\"a\",\"to\":\"b\",\"connectivity\":\"w.h5#/synapses/a-to-b\"}", projection.toString());
        try (HdfFile file = new HdfFile(folder.resolve("w.h5"))) {
            assertArrayEquals(new float[] {0.5f, -1, 0.25f, 0.125f, -3}, (float[])
                    file.getDatasetByPath("/synapses/a-to-b/weight").getData());
        }
    }

    @Test
    void leavesOutWhatTheFormatTakesAnyway() {
        assertEquals(
                "{\"model\":\"lif\",\"parameters\":{\"beta\":0.5}}", population(new Lif(LifParameters.of(0.5, 1)), 2));
    }

    @Test
    void putsLongListsIntoTheFile() {
        double[] bias = new double[40];
        Arrays.setAll(bias, i -> i / 8.0);

        String written = population(new Lif(LifParameters.of(0.5, 1).withBias(NeuronValues.each(bias))), 40);

        assertEquals(
                "{\"model\":\"lif\",\"parameters\":{\"beta\":0.5,\"bias\":\"w.h5#/parameters/out-bias\"}}", written);
        try (HdfFile file = new HdfFile(folder.resolve("w.h5"))) {
            assertArrayEquals(bias, (double[])
                    file.getDatasetByPath("/parameters/out-bias").getData());
        }
    }

    @Test
    void refusesModelsThatItHasNoWordsFor() {
        NeuronModel saturating = new GridLif(LifParameters.of(0.5, 1), 0.5, 127);

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> population(saturating, 2));

        assertTrue(
                refused.getMessage().startsWith("population out: a membrane with a largest potential"),
                refused::toString);
    }
}
