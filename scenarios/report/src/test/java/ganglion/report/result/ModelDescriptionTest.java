package ganglion.report.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.StepCurrent;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.kernel.neuron.source.PoissonSource;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.random.CounterRandom;
import ganglion.report.result.NetworkSection.ModelDescription;
import java.util.List;
import java.util.stream.IntStream;
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
    void describesEachSynapticCurrentAndEachStep() {
        SynapticLif neurons = new SynapticLif(
                LifParameters.of(0.9, 1.5),
                List.of(SynapticCurrent.of(0.5), SynapticCurrent.of(0.25)),
                SynapticOrder.CURRENT_FIRST);
        StepCurrent steps = new StepCurrent(List.of(new StepCurrent.Step(7, NeuronValues.of(3))));

        JsonNode parameters = ModelDescription.parameters(new DrivenNeurons(neurons, steps), 4);

        assertEquals(0.9, parameters.path("beta").asDouble());
        assertEquals(
                "[{\"decay\":0.5,\"gain\":1.0,\"bias\":0.0},{\"decay\":0.25,\"gain\":1.0,\"bias\":0.0}]",
                parameters.path("currents").toString());
        assertEquals(
                "[{\"fromTick\":7,\"perTick\":3.0}]", parameters.path("steps").toString());
    }

    @Test
    void leavesOutWhereRandomNumbersComeFrom() {
        PoissonSource source = PoissonSource.homogeneous(NeuronValues.of(0.1), new CounterRandom(7));

        assertEquals(
                "{\"profile\":[{\"fromTick\":0,\"eventsPerTick\":0.1}]}",
                ModelDescription.parameters(source, 4).toString());
    }

    @Test
    void listsValuesThatDifferFromNeuronToNeuron() {
        JsonNode parameters = ModelDescription.parameters(new Graded(NeuronValues.each(1, 2, 4)), 3);

        assertEquals("{\"gain\":[1.0,2.0,4.0]}", parameters.toString());
    }

    @Test
    void tellsOnlyTheRangeOfManyNeurons() {
        double[] thresholds = IntStream.range(0, 2001).mapToDouble(i -> i + 1).toArray();
        Lif model = new Lif(LifParameters.of(NeuronValues.of(0.5), NeuronValues.each(thresholds)));

        JsonNode parameters = ModelDescription.parameters(model, 2001);

        assertEquals(1, parameters.at("/threshold/smallest").asDouble());
        assertEquals(2001, parameters.at("/threshold/largest").asDouble());
        assertEquals(1001, parameters.at("/threshold/mean").asDouble());
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
