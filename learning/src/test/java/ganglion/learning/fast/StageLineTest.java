package ganglion.learning.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Layer.Flatten;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.quantise.WeightProjection;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.ConstantInput;
import ganglion.learning.sample.Sample.DenseInput;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a network is cut into stages and parts, and what is the same at all steps. */
class StageLineTest {

    private static final Dense DELAYED = new Dense(2, true, SynapseDelays.learned(3));

    private static final List<Sample> CONSTANT = List.of(new Sample(new ConstantInput(new float[] {1, 2, 3}, 4), 0));
    private static final List<Sample> VARYING = List.of(new Sample(new DenseInput(new float[4][3]), 0));

    private static Model model(Layer... layers) {
        return Model.create(LayerShape.of(3), List.of(layers), 1);
    }

    private static StageLine line(Layer... layers) {
        Model model = model(layers);
        FastParameters parameters = new FastParameters(model, WeightProjection.NONE);
        return new StageLine(model, parameters, new SliceGradients(), 2, 0);
    }

    @Test
    void aStageEndsInNeuronsOrNormalisation() {
        StageLine line = line(
                new Flatten(),
                new Dense(4, true),
                BatchNormalisation.of(1),
                Neurons.leaky(0.5),
                new Dense(2, true),
                Neurons.integrator(0.5));

        assertEquals(3, line.size());
        assertFalse(line.endsInNeurons(0));
        assertTrue(line.endsInNeurons(1) && line.endsInNeurons(2));
        assertTrue(line.stage(1).chain().isIdentity(), "nothing lies between normalisation and neurons");
        assertEquals(2, line.stage(0).layer());
        assertEquals(4, line.stage(2).inputSize());
        assertEquals(4, line.firstNeurons());
        assertEquals(2, line.neurons(2).size());
    }

    @Test
    void normalisationEndsAPart() {
        StageLine line = line(
                new Dense(4, true),
                BatchNormalisation.of(1),
                Neurons.leaky(0.5),
                new Dense(5, true),
                BatchNormalisation.of(1),
                Neurons.leaky(0.5),
                new Dense(2, true),
                Neurons.leaky(0.5));

        assertArrayEquals(new int[] {0, 1, 3}, new int[] {line.first(0), line.first(1), line.first(2)});
        assertArrayEquals(new int[] {0, 2, 4}, new int[] {line.last(0), line.last(1), line.last(2)});
        assertNotNull(line.normaliser(2));
    }

    @Test
    void aNetworkWithoutNormalisationIsOnePart() {
        StageLine line = line(new Dense(4, true), Neurons.leaky(0.5), new Dense(2, true), Neurons.leaky(0.5));

        assertEquals(0, line.first(0));
        assertEquals(1, line.last(0));
    }

    @Test
    void delaysAreInFrontOfTheirStage() {
        StageLine line = line(
                DELAYED,
                Neurons.leaky(0.5),
                new Dense(4, true),
                Neurons.leaky(0.5),
                DELAYED,
                new Dense(5, true),
                Neurons.leaky(0.5));

        assertNotNull(line.stage(0).delays());
        assertNull(line.stage(1).delays());
        assertNotNull(line.stage(2).delays());
        assertEquals(4, line.stage(2).inputSize());
    }

    @Test
    void constantInputsStayConstantUpToTheFirstNeurons() {
        Layer[] layers = {
            new Dense(4, true), BatchNormalisation.of(1), Neurons.leaky(0.5), new Dense(2, true), Neurons.leaky(0.5)
        };
        StageLine line = line(layers);

        line.begin(CONSTANT, 0, 0, true);
        assertTrue(line.isConstant(0) && line.isConstant(1));
        assertFalse(line.isConstant(2));
        assertEquals(4, line.steps());
        line.begin(VARYING, 0, 0, true);
        assertFalse(line.isConstant(0) || line.isConstant(1));
    }

    @Test
    void aDelayedConstantIsNotConstant() {
        StageLine line = line(DELAYED, Neurons.leaky(0.5));

        line.begin(CONSTANT, 0, 0, true);

        assertFalse(line.isConstant(0), "the first steps are silent");
    }

    @Test
    void aSliceWithoutSamplesIsLeftOut() {
        StageLine line = line(new Dense(2, true), Neurons.leaky(0.5));

        line.begin(List.of(), 0, 0, true);

        assertEquals(List.of(), line.samples());
    }

    @Test
    void parametersAreFoundByLayerAndName() {
        Model model = model(new Dense(4, true), BatchNormalisation.of(1), Neurons.leaky(0.5));
        FastParameters parameters = new FastParameters(model, WeightProjection.NONE);

        assertEquals(model.allParameters().size(), parameters.all().size());
        assertSame(parameters.all().get(0), parameters.find(0, "weight"));
        assertEquals(3, parameters.find(0, "weight").rows().length, "rows by source");
        assertNull(parameters.find(0, "none"));
        assertNotNull(parameters.byTarget(0));
        assertNull(parameters.byTarget(1));
        assertEquals(1, parameters.normalisations().size());
        assertSame(parameters.normalisations().get(0), parameters.normalisation(1));
        assertEquals(0.5f, ((FastNeuronParameters) parameters.neurons(2)).beta()[3]);
        parameters.find(2, "beta").rows()[0][0] = 3;
        parameters.refresh(TaskRunner.SEQUENTIAL);
        assertEquals(1, ((FastNeuronParameters) parameters.neurons(2)).beta()[3], "decays are clamped");
    }

    @Test
    void theFirstWeightsAreKnownIfTheInputGoesThroughThemOnly() {
        Model dense = model(new Dense(2, true), Neurons.leaky(0.5));
        FastParameters parameters = new FastParameters(dense, WeightProjection.NONE);
        assertSame(parameters.find(0, "weight"), new Slice(dense, parameters, 1, 0).onlyWeight());

        Model delayed = model(DELAYED, new Dense(2, true), Neurons.leaky(0.5));
        Slice behindDelay = new Slice(delayed, new FastParameters(delayed, WeightProjection.NONE), 1, 0);
        assertNull(behindDelay.onlyWeight());
        Model plain = model(Neurons.leaky(0.5));
        assertNull(new Slice(plain, new FastParameters(plain, WeightProjection.NONE), 1, 0).onlyWeight());
    }
}
