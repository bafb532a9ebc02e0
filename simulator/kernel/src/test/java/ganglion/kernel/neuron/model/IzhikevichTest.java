package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.Driver;
import ganglion.kernel.neuron.NeuronValues;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IzhikevichTest {

    /** Spikes under a current that is switched on once the neuron is at rest. */
    private static List<Long> spikes(Izhikevich model, double current, long ticks) {
        Driver driver = new Driver(model, 1);
        long onset = 3_000;
        List<Long> spikes = new ArrayList<>();
        for (long tick = 0; tick < onset + ticks; tick++) {
            if (!driver.sparse(tick, tick < onset ? 0 : current).isEmpty()) {
                spikes.add(tick - onset);
            }
        }
        return spikes;
    }

    private static List<Long> intervals(List<Long> spikes) {
        List<Long> intervals = new ArrayList<>();
        for (int i = 1; i < spikes.size(); i++) {
            intervals.add(spikes.get(i) - spikes.get(i - 1));
        }
        return intervals;
    }

    @Test
    void comesToRestWhereItsEquationsBalanceAndIsThenLeftAlone() {
        Driver driver = new Driver(Izhikevich.regularSpiking(1), 1);

        for (long tick = 0; tick < 3_000; tick++) {
            driver.sparse(tick);
        }
        int visits = driver.visits();
        assertTrue(driver.isIdle());
        assertEquals(-70, driver.potential(2_999, 0), 1e-9);

        driver.sparse(1_000_000, 5);
        assertEquals(visits + 1, driver.visits());
    }

    @Test
    void adaptsAsARegularSpikingNeuron() {
        List<Long> intervals = intervals(spikes(Izhikevich.regularSpiking(1), 10, 1_000));

        assertTrue(intervals.size() > 10, intervals.toString());
        assertTrue(intervals.get(1) > 1.2 * intervals.get(0), intervals.toString());
    }

    @Test
    void firesOnReleaseFromInhibition() {
        Izhikevich model = Izhikevich.of(1, 0.02, 0.25, -65, 2);
        Driver driver = new Driver(model, 1);
        int spikes = 0;

        for (long tick = 0; tick < 3_300; tick++) {
            int fired =
                    driver.sparse(tick, tick >= 3_000 && tick < 3_100 ? -10 : 0).size();
            assertTrue(tick >= 3_100 || fired == 0);
            spikes += fired;
        }

        assertTrue(spikes > 0);
    }

    @Test
    void agreesBetweenTicksOfDifferentLength() {
        int coarse = spikes(Izhikevich.regularSpiking(0.1).withBias(NeuronValues.of(10)), 0, 10_000)
                .size();
        int fine = spikes(Izhikevich.regularSpiking(0.01).withBias(NeuronValues.of(10)), 0, 127_000)
                .size();

        assertEquals(fine, coarse, 1);
    }

    @Test
    void refusesParametersThatMakeNoSense() {
        assertThrows(IllegalArgumentException.class, () -> Izhikevich.regularSpiking(0));
        assertThrows(IllegalArgumentException.class, () -> Izhikevich.regularSpiking(2));
        assertThrows(IllegalArgumentException.class, () -> Izhikevich.of(1, 0.02, 0.2, 30, 8));
        assertThrows(IllegalArgumentException.class, () -> Izhikevich.of(1, Double.NaN, 0.2, -65, 8));
        NeuronValues two = NeuronValues.each(1, 2);
        assertThrows(
                IllegalArgumentException.class,
                () -> Izhikevich.regularSpiking(1).withBias(two).checkSize(3));
    }
}
