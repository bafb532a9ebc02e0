package ganglion.kernel.neuron;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.model.Lif;
import java.lang.reflect.RecordComponent;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

class LifParametersTest {

    private static final LifParameters PLAIN = LifParameters.of(0.5, 1);

    private static String refused(Runnable construction) {
        return assertThrows(IllegalArgumentException.class, construction::run).getMessage();
    }

    @Test
    void numbersOfANetworkAreBoundedEitherWayAndNumbers() {
        assertTrue(NetworkNumbers.fits(1e100));
        assertTrue(NetworkNumbers.fits(-1e100));
        assertFalse(NetworkNumbers.fits(Math.nextUp(1e100)));
        assertFalse(NetworkNumbers.fits(-Math.nextUp(1e100)));
        assertFalse(NetworkNumbers.fits(Double.NaN));
    }

    @Test
    void aThresholdMayBeOutOfReachButNotInfinite() {
        assertDoesNotThrow(() -> LifParameters.of(0.5, 1e300));
        assertTrue(
                refused(() -> LifParameters.of(0.5, Double.POSITIVE_INFINITY)).contains("threshold"));
    }

    @Test
    void aBetaIsFromZeroToOne() {
        assertDoesNotThrow(() -> LifParameters.of(0, 1));
        assertDoesNotThrow(() -> LifParameters.of(1, 1));
        assertTrue(refused(() -> LifParameters.of(Math.nextUp(1.0), 1)).contains("beta"));
        assertTrue(refused(() -> LifParameters.of(-Double.MIN_VALUE, 1)).contains("beta"));
        assertTrue(refused(() -> LifParameters.of(Double.NaN, 1)).contains("beta"));
    }

    /** A neuron that is reset to its threshold would fire at every tick for ever. */
    @Test
    void aResetPotentialIsBelowTheThresholdOfItsNeuron() {
        assertEquals(
                "the reset potential 1.0 is not below the threshold 1.0",
                refused(() -> PLAIN.withResetPotential(NeuronValues.of(1))));
        assertDoesNotThrow(() -> PLAIN.withResetPotential(NeuronValues.of(Math.nextDown(1.0))));
        LifParameters each = LifParameters.of(NeuronValues.of(0.5), NeuronValues.each(3, 2, 1));
        assertDoesNotThrow(() -> each.withResetPotential(NeuronValues.each(2.5, 1.5, 0.5)));
        assertEquals(
                "the reset potential 2.0 is not below the threshold 1.0",
                refused(() -> each.withResetPotential(NeuronValues.each(1, 1, 2))));
        // Nothing is set to it then.
        assertDoesNotThrow(() -> PLAIN.withReset(Reset.NONE, false).withResetPotential(NeuronValues.of(5)));
    }

    @Test
    void subtractionNeedsAThresholdAboveZero() {
        NeuronValues below = NeuronValues.of(-1);
        LifParameters zero = new LifParameters(
                NeuronValues.of(0.5), NeuronValues.of(0), false, Reset.NONE, false, below, below, below, below, 0);
        assertTrue(refused(() -> zero.withReset(Reset.BY_SUBTRACTION, false)).contains("more than 0"));
        assertDoesNotThrow(() -> LifParameters.of(0.5, Double.MIN_VALUE).withReset(Reset.BY_SUBTRACTION, false));
        assertDoesNotThrow(() -> zero.withReset(Reset.NONE, false));
    }

    @Test
    void aRefractoryPeriodIsNotNegativeAndDoesNotGoWithADelayedReset() {
        assertTrue(refused(() -> PLAIN.withRefractoryTicks(-1)).contains("refractory"));
        assertEquals(0, PLAIN.withRefractoryTicks(0).refractoryTicks());
        LifParameters delayed = PLAIN.withReset(Reset.TO_VALUE, true);
        assertDoesNotThrow(() -> delayed.withRefractoryTicks(0));
        assertTrue(refused(() -> delayed.withRefractoryTicks(1)).contains("delayed reset"));
    }

    /** Checkpoints and results hold it, so it must stay as Java would write it, with every component. */
    @Test
    void theTextIsThatOfAnyRecord() throws ReflectiveOperationException {
        LifParameters each = LifParameters.of(NeuronValues.each(0.5, 0.25), NeuronValues.of(1))
                .withReset(Reset.TO_VALUE, true)
                .withBias(NeuronValues.of(0.125));

        assertEquals(generated(each), each.toString());
        assertEquals(generated(new Lif(each)), new Lif(each).toString());
    }

    private static String generated(Record value) throws ReflectiveOperationException {
        StringJoiner text = new StringJoiner(", ", value.getClass().getSimpleName() + "[", "]");
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            text.add(component.getName() + "=" + component.getAccessor().invoke(value));
        }
        return text.toString();
    }
}
