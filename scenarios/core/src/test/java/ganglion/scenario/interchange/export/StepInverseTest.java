package ganglion.scenario.interchange.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.scenario.interchange.compile.Discretisation;
import ganglion.scenario.interchange.compile.UnitGain;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StepInverseTest {

    /** Every factor that an import can give is found again, with a gain of one or any that a resistance gave. */
    @Test
    void findsWhatForwardEulerTurnsIntoTheSameFactors() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double step = Math.pow(10, -5 + 4 * random.nextDouble());
            double tau = step * (1 + Math.pow(10, 3 * random.nextDouble() - 1));
            double beta = 1 - step / tau;
            double gain = UnitGain.of(10 * random.nextDouble() * (step / tau));
            StepInverse inverse = new StepInverse(step, Discretisation.EULER);

            StepInverse.Leak unit = inverse.membrane(beta, 1);
            StepInverse.Leak gained = inverse.membrane(beta, gain);

            assertTrue(inverse.isExact(), "step " + step + ", tau " + tau);
            assertEquals(beta, 1 - step / unit.tau());
            assertEquals(1, UnitGain.of(unit.factor() * (step / unit.tau())));
            assertEquals(beta, 1 - step / gained.tau());
            assertEquals(gain, gained.factor() * (step / gained.tau()));
        }
    }

    @Test
    void saysWhenThereIsNone() {
        StepInverse inverse = new StepInverse(1e-3, Discretisation.EULER);

        StepInverse.Leak leak = inverse.membrane(1e-20, 1);

        assertFalse(inverse.isExact());
        assertEquals(1e-3, leak.tau(), 1e-18);
    }

    @Test
    void findsTheResistanceOfAnIntegrator() {
        StepInverse inverse = new StepInverse(1e-4, Discretisation.EULER);

        assertEquals(1, inverse.perStep() * 1e-4);
        assertTrue(inverse.isExact());
    }

    /** The same for the exact solution, of membranes and of currents that flow into them. */
    @Test
    void findsWhatTheExactSolutionTurnsIntoTheSameFactors() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            double step = Math.pow(10, -5 + 4 * random.nextDouble());
            double tau = step * (1 + Math.pow(10, 3 * random.nextDouble() - 1));
            double tauSynapse = step * (1 + Math.pow(10, 3 * random.nextDouble() - 1));
            double beta = Math.exp(-step / tau);
            double decay = Math.exp(-step / tauSynapse);
            StepInverse inverse = new StepInverse(step, Discretisation.EXACT);

            StepInverse.Leak membrane = inverse.membrane(beta, 1);
            StepInverse.Leak current = inverse.current(decay);
            StepInverse.Leak after = inverse.membraneAfter(current.tau(), beta, 1);

            assertTrue(inverse.isExact(), "step " + step + ", tau " + tau);
            assertEquals(beta, Math.exp(-step / membrane.tau()));
            assertEquals(1, UnitGain.of(membrane.factor() * -Math.expm1(-step / membrane.tau())));
            assertEquals(decay, Math.exp(-step / current.tau()));
            assertEquals(1, UnitGain.of(current.factor() * (step / current.tau())));
            assertEquals(beta, Math.exp(-step / after.tau()));
            double gain = SynapticCurrent.exact(current.tau(), after.tau(), after.tau(), step)
                    .gain()
                    .at(0);
            assertEquals(1, UnitGain.of(after.factor() * gain));
        }
    }

    @Test
    void aNeuronThatForgetsAllInAStepHasATimeConstantMuchShorterThanIt() {
        StepInverse inverse = new StepInverse(1e-3, Discretisation.EXACT);

        StepInverse.Leak leak = inverse.membrane(0, 1);

        assertEquals(0, Math.exp(-1e-3 / leak.tau()));
        assertEquals(1, leak.factor());
        assertTrue(inverse.isExact());
    }
}
