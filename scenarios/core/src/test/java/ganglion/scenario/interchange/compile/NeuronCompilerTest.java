package ganglion.scenario.interchange.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.scenario.interchange.nir.NirNode;
import ganglion.scenario.interchange.nir.Tensor;
import ganglion.scenario.interchange.nir.TensorShape;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeuronCompilerTest {

    private static final double STEP = 1e-3;

    private static Tensor each(double value) {
        return Tensor.vector(value);
    }

    private static NeuronCompiler.CompiledNeurons compile(
            NirNode node, Discretisation discretisation, double... constant) {
        CompileOptions options = new CompileOptions(STEP, discretisation, false);
        return new NeuronCompiler(options, TensorShape.of(2), constant.length == 0 ? null : constant).compile(node);
    }

    /** Nodes without a state are no neurons; none may become neurons in silence. */
    @Test
    void refusesNodesThatAreNoNeurons() {
        Tensor one = each(1);

        for (NirNode node :
                List.of(new NirNode.Input(TensorShape.of(2)), new NirNode.Scale(one), new NirNode.Delay(one))) {
            String message = assertThrows(IllegalArgumentException.class, () -> compile(node, Discretisation.EULER))
                    .getMessage();

            assertEquals("found the type " + node.type() + ", expected neurons", message);
        }
    }

    @Test
    void takesEulersStepOfALeak() {
        NirNode lif = NirNode.Dynamics.LIF.with(each(0.01), each(3), each(0.2), each(0.7), each(-0.1));

        NeuronCompiler.CompiledNeurons compiled = compile(lif, Discretisation.EULER, 1, 2);

        LifParameters expected = LifParameters.of(1 - STEP / 0.01, 0.7)
                .withStrictThreshold()
                .withResetPotential(NeuronValues.of(-0.1))
                .withRest(NeuronValues.of(0.2))
                .withInitialPotential(NeuronValues.of(0))
                .withBias(NeuronValues.each(3 * (STEP / 0.01), 2 * (3 * (STEP / 0.01))));
        assertEquals(new Lif(expected), compiled.model());
        assertArrayEquals(new double[] {3 * (STEP / 0.01)}, compiled.gain());
    }

    @Test
    void takesTheExactDecay() {
        NirNode lif = NirNode.Dynamics.LIF.with(each(0.01), each(3), each(0), each(0.7), each(0));

        NeuronCompiler.CompiledNeurons compiled = compile(lif, Discretisation.EXACT);

        assertEquals(
                Math.exp(-0.1),
                assertInstanceOf(Lif.class, compiled.model())
                        .parameters()
                        .beta()
                        .at(0));
        assertEquals(3 * (1 - Math.exp(-0.1)), compiled.gain()[0], 1e-15);
    }

    /** An impulse into the current, followed through a step of the two equations in ten thousand small ones. */
    @Test
    void solvesCurrentAndPotentialTogether() {
        double tauSyn = 0.004;
        double tauMem = 0.01;
        NirNode cuba =
                NirNode.Dynamics.CubaLIF.with(each(tauSyn), each(tauMem), each(2), each(0), each(9), each(0), each(5));

        NeuronCompiler.CompiledNeurons compiled = compile(cuba, Discretisation.EXACT);

        SynapticLif lif = assertInstanceOf(SynapticLif.class, compiled.model());
        double current = compiled.gain()[0];
        double potential = 0;
        int parts = 10_000;
        for (int k = 0; k < 3 * parts; k++) {
            double h = STEP / parts;
            // The midpoint of the current keeps the error of the small steps at second order.
            double middle = current * (1 - 0.5 * h / tauSyn);
            potential += h / tauMem * (2 * middle - potential);
            current -= h / tauSyn * middle;
        }
        SynapticCurrent compiledCurrent = lif.currents().get(0);
        double i = compiled.gain()[0];
        double v = 0;
        for (int tick = 0; tick < 3; tick++) {
            i = tick == 0 ? i : compiledCurrent.decay().at(0) * i;
            v = lif.membrane().beta().at(0) * v + compiledCurrent.gain().at(0) * i;
        }
        assertEquals(5 * STEP / tauSyn, compiled.gain()[0], 1e-15);
        assertEquals(potential, v, 1e-5);
        assertEquals(SynapticOrder.CURRENT_FIRST, lif.order());
    }

    @Test
    void letsThePotentialSeeThePreviousCurrentWhereThatIsMeant() {
        NirNode cuba =
                NirNode.Dynamics.CubaLIF.with(each(0.01), each(0.01), each(1), each(0), each(1), each(0), each(1));

        SynapticLif lif = assertInstanceOf(
                SynapticLif.class,
                compile(cuba, Discretisation.EULER_PREVIOUS_CURRENT).model());

        assertEquals(SynapticOrder.POTENTIAL_FIRST, lif.order());
    }

    @Test
    void countsAGainThatMissesOneByRoundingAsOne() {
        // 49 times its inverse is 1 - 2^-53.
        double tau = 49 * STEP;
        NirNode lif = NirNode.Dynamics.LIF.with(each(tau), each(tau / STEP), each(0), each(1), each(0));

        assertArrayEquals(new double[] {1}, compile(lif, Discretisation.EULER).gain());
        assertEquals(1 + 1e-14, UnitGain.of(1 + 1e-14));
    }

    @Test
    void makesNeuronsThatOnlyIntegrateNeverFire() {
        NeuronCompiler.CompiledNeurons plain =
                compile(NirNode.Dynamics.LI.with(each(0.01), each(10), each(0)), Discretisation.EULER);
        NeuronCompiler.CompiledNeurons driven =
                compile(NirNode.Dynamics.I.with(each(1000)), Discretisation.EULER, 0.5, 0.25);

        assertEquals(new LeakyIntegrator(1 - STEP / 0.01), plain.model());
        LifParameters parameters = assertInstanceOf(Lif.class, driven.model()).parameters();
        assertEquals(NeuronCompiler.UNREACHABLE, parameters.threshold().at(0));
        assertEquals(Reset.NONE, parameters.reset());
        assertEquals(NeuronValues.each(0.5, 0.25), parameters.bias());
    }
}
