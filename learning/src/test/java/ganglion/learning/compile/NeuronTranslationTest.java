package ganglion.learning.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.StepCurrent;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.learning.compile.ModelCompiler.NeuronTranslation;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of trained neuron in the kernel's terms. */
class NeuronTranslationTest {

    private static final int SIZE = 3;

    private static NeuronTranslation translation(Neurons neurons) {
        return translation(Model.create(LayerShape.of(SIZE), List.of(neurons), 1), neurons);
    }

    private static NeuronTranslation translation(Model model, Neurons neurons) {
        return new NeuronTranslation(model, 0, neurons);
    }

    @ParameterizedTest
    @CsvSource({
        "SUBTRACT, true, BY_SUBTRACTION",
        "SUBTRACT, false, BY_SUBTRACTION",
        "NONE, true, NONE",
        "ZERO, false, TO_VALUE"
    })
    void resetsAreThoseOfTheKernel(ResetRule rule, boolean delayed, Reset expected) throws CompileException {
        NeuronTranslation translation = translation(Neurons.leaky(0.75).withReset(rule, delayed));

        LifParameters lif = assertInstanceOf(Lif.class, translation.model()).parameters();

        assertEquals(expected, lif.reset());
        assertEquals(delayed, lif.delayedReset());
        boolean noted = rule == ResetRule.SUBTRACT && !delayed;
        assertEquals(noted ? 1 : 0, translation.notes().size());
    }

    @Test
    void integratorsNeverFire() throws CompileException {
        Neurons shared = Neurons.integrator(0.75);
        assertEquals(
                0.75,
                assertInstanceOf(LeakyIntegrator.class, translation(shared).model())
                        .beta());
        Neurons each = shared.withSettings(Setting.fixed(1), Setting.learnedPerNeuron(0.5), Setting.fixed(1));
        Model model = Model.create(LayerShape.of(SIZE), List.of(each), 1);
        model.parameter(0, "beta").values()[2] = 0.25;

        LifParameters lif =
                assertInstanceOf(Lif.class, translation(model, each).model()).parameters();

        assertEquals(Double.MAX_VALUE, lif.threshold().at(0));
        assertEquals(Reset.NONE, lif.reset());
        assertEquals(0.25, lif.beta().at(2));
    }

    @Test
    void learnedDecaysAreClamped() throws CompileException {
        Neurons neurons = Neurons.leaky(0.5)
                .withSettings(Setting.fixed(1), Setting.learnedPerNeuron(0.5), Setting.learnedPerNeuron(1));
        Model model = Model.create(LayerShape.of(SIZE), List.of(neurons), 1);
        model.parameter(0, "beta").values()[0] = -0.5;
        model.parameter(0, "beta").values()[1] = 1.5;

        LifParameters lif =
                assertInstanceOf(Lif.class, translation(model, neurons).model()).parameters();

        assertEquals(0, lif.beta().at(0));
        assertEquals(1, lif.beta().at(1));
        assertEquals(0.5, lif.beta().at(2));
    }

    @Test
    void aThresholdThatIsNotAboveZeroIsRefusedIfThereIsAReset() {
        Neurons neurons =
                Neurons.leaky(0.5).withSettings(Setting.fixed(1), Setting.fixed(0.5), Setting.learnedPerNeuron(1));
        Model model = Model.create(LayerShape.of(SIZE), List.of(neurons), 1);
        model.parameter(0, "threshold").values()[1] = 0;

        String message = assertThrows(
                        CompileException.class,
                        () -> translation(model, neurons).model())
                .getMessage();

        assertTrue(message.startsWith("layer 0: a threshold is 0.0"), message);
    }

    @Test
    void aBiasFlowsFromItsTickAndNoBiasChangesNothing() {
        NeuronModel plain = new LeakyIntegrator(0.5);

        assertSame(plain, NeuronTranslation.driven(plain, new double[] {0, 0}, 3));

        DrivenNeurons driven =
                assertInstanceOf(DrivenNeurons.class, NeuronTranslation.driven(plain, new double[] {0, 2}, 3));
        assertSame(plain, driven.neurons());
        StepCurrent current = assertInstanceOf(StepCurrent.class, driven.current());
        assertEquals(List.of(new StepCurrent.Step(3, NeuronValues.each(0, 2))), current.steps());
        assertFalse(current.steps().isEmpty());
    }
}
