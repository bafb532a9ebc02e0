package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.Driver;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdaptiveLifTest {

    private static AdaptiveLif adaptive(LifParameters membrane, double decay, double increment) {
        return new AdaptiveLif(membrane, NeuronValues.of(decay), NeuronValues.of(increment));
    }

    private static List<Long> spikes(AdaptiveLif model, double input, long ticks) {
        Driver driver = new Driver(model, 1);
        List<Long> spikes = new ArrayList<>();
        for (long tick = 0; tick < ticks; tick++) {
            if (!driver.sparse(tick, input).isEmpty()) {
                spikes.add(tick);
            }
        }
        return spikes;
    }

    @Test
    void raisesTheThresholdByEachSpikeAndLetsItDecay() {
        AdaptiveLif model = adaptive(LifParameters.of(0, 1), 0.5, 2);

        assertEquals(List.of(0L, 2L, 5L), spikes(model, 1.5, 8));
        assertEquals(List.of(0L, 2L, 4L, 7L), spikes(model, 1.625, 8));
    }

    /** The potential stays where it is, and the threshold comes down to it. */
    @Test
    void firesWhenTheThresholdSinksToThePotential() {
        LifParameters keeping = LifParameters.of(1, 1).withReset(Reset.NONE, false);
        Driver driver = new Driver(adaptive(keeping, 0.5, 4), 1);

        assertEquals(List.of(0), driver.sparse(0, 1.25));
        for (long tick = 1; tick < 4; tick++) {
            assertEquals(List.of(), driver.sparse(tick));
        }
        assertEquals(List.of(0), driver.sparse(4));
    }

    @Test
    void leavesNeuronsAloneThatStayBelowTheThresholdAtRest() {
        Driver driver = new Driver(adaptive(LifParameters.of(0.9, 1), 0.999, 0.5), 3);

        driver.sparse(0, 0.9, 0, 2);
        driver.sparse(1);

        assertTrue(driver.isIdle());
        assertEquals(2, driver.visits());
    }

    @Test
    void refusesParametersThatMakeNoSense() {
        LifParameters membrane = LifParameters.of(0.5, 1);

        assertThrows(IllegalArgumentException.class, () -> adaptive(membrane, 1.1, 1));
        assertThrows(IllegalArgumentException.class, () -> adaptive(membrane, 0.5, -1));
        AdaptiveLif two = new AdaptiveLif(membrane, NeuronValues.each(0.1, 0.2), NeuronValues.of(1));
        assertThrows(IllegalArgumentException.class, () -> two.checkSize(3));
    }
}
