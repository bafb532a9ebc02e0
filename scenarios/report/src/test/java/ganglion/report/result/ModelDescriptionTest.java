package ganglion.report.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.neuron.LeakyIntegrator;
import ganglion.kernel.neuron.Lif;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.SpikeSource;
import org.junit.jupiter.api.Test;

class ModelDescriptionTest {

    @Test
    void readsParametersOfNestedRecords() {
        LifParameters lif = LifParameters.of(0.9, 1.5).withReset(Reset.BY_SUBTRACTION, true);

        JsonNode parameters = ModelDescription.parameters(new Lif(lif), 4);

        assertEquals(0.9, parameters.path("beta").asDouble());
        assertEquals(1.5, parameters.path("threshold").asDouble());
        assertEquals("by-subtraction", parameters.path("reset").asText());
        assertTrue(parameters.path("delayedReset").asBoolean());
        assertEquals(0, parameters.path("refractoryTicks").asInt(-1));
    }

    @Test
    void listsValuesThatDifferFromNeuronToNeuron() {
        JsonNode parameters = ModelDescription.parameters(new Graded(NeuronValues.each(1, 2, 4)), 3);

        assertEquals("{\"gain\":[1.0,2.0,4.0]}", parameters.toString());
    }

    @Test
    void knowsModelsItHasNeverSeen() {
        assertEquals(
                0.99,
                ModelDescription.parameters(new LeakyIntegrator(0.99), 1)
                        .path("beta")
                        .asDouble());
        assertEquals(
                0,
                ModelDescription.parameters(new SpikeSource(SpikeRaster.empty(2)), 2)
                        .size());
    }

    /** A model of somebody else's. */
    public record Graded(NeuronValues gain) implements NeuronModel {

        @Override
        public String name() {
            return "graded";
        }

        @Override
        public void checkSize(int populationSize) {}

        @Override
        public NeuronGroup createGroup(int first, int size) {
            throw new UnsupportedOperationException("never simulated");
        }
    }
}
