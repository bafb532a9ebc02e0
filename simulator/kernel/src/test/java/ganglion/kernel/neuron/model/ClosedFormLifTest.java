package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.neuron.Driver;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.Visit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedFormLifTest {

    private static Lif closed(LifParameters parameters) {
        return new Lif(parameters, Integration.CLOSED_FORM);
    }

    private static LifParameters withSteadyState(double beta, double steadyState) {
        return LifParameters.of(beta, 1).withBias(NeuronValues.of((1 - beta) * steadyState));
    }

    /** Ticks of the spikes that a neuron fires without input, visited only where it wants to be. */
    private static List<Long> ownSpikes(LifParameters parameters, long ticks, int groupSize) {
        NeuronGroup group = closed(parameters).createGroup(0, groupSize);
        Visit visit = new Visit();
        List<Long> spikes = new ArrayList<>();
        double[] input = new double[groupSize];
        long wish = NeuronGroup.NEVER;
        for (long tick = Math.min(wish, group.nextOwnTick()); tick < ticks; ) {
            boolean wasWished = wish == tick;
            if (group.nextOwnTick() == tick) {
                group.visitAll(tick, input, 0, visit);
            } else {
                group.visit(tick, input, 0, new int[] {0}, 1, visit);
            }
            wish = wasWished ? NeuronGroup.NEVER : wish;
            for (int i = 0; i < visit.revisitCount(); i++) {
                wish = visit.revisitNeuron(i) == 0 ? visit.revisitTick(i) : wish;
            }
            if (visit.firedCount() > 0) {
                spikes.add(tick);
            }
            visit.clear();
            tick = Math.min(wish, group.nextOwnTick());
        }
        return spikes;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 0.995, 0.99995, 0.9999995})
    void firesOnItsOwnAtTheTickOfTheExactSolution(double beta) {
        double steadyState = 1.25;
        long period = (long) Math.ceil(Math.log((steadyState - 1) / steadyState) / Math.log(beta));

        List<Long> spikes = ownSpikes(withSteadyState(beta, steadyState), 5 * period, 1);

        assertEquals(List.of(period - 1, 2 * period - 1, 3 * period - 1, 4 * period - 1, 5 * period - 1), spikes);
    }

    @Test
    void findsTheSameTicksWithTablesAndWithout() {
        LifParameters parameters = withSteadyState(0.99991, 1.01).withRefractoryTicks(77);

        assertEquals(ownSpikes(parameters, 1_000_000, 1), ownSpikes(parameters, 1_000_000, 100));
    }

    @Test
    void firesWhereRoundingBringsTheSteadyStateWithinReach() {
        double beta = 0.5;
        List<Long> spikes = ownSpikes(withSteadyState(beta, 1), 200, 1);

        double deviation = -1;
        int expected = 0;
        while (1 + deviation < 1) {
            deviation *= beta;
            expected++;
        }
        assertEquals(expected - 1, spikes.get(0));
    }

    @Test
    void staysSilentBelowTheThreshold() {
        assertEquals(List.of(), ownSpikes(withSteadyState(0.999, Math.nextDown(1.0)), 1L << 50, 1));
    }

    @Test
    void countsUpWithoutALeak() {
        LifParameters parameters = LifParameters.of(1, 1).withBias(NeuronValues.of(0x1p-20));

        assertEquals(List.of((1L << 20) - 1, (2L << 20) - 1), ownSpikes(parameters, 2 << 20, 1));
    }

    @Test
    void jumpsOverAGapOfAnyLength() {
        Driver driver = new Driver(closed(LifParameters.of(1 - 1e-9, 1)), 1);

        driver.sparse(0, 0.5);
        driver.sparse(1_000_000_000L, 0.25);

        assertEquals(0.5 * Math.pow(1 - 1e-9, 1e9) + 0.25, driver.potential(1_000_000_000L, 0), 1e-14);
        assertEquals(2, driver.visits());
    }

    @Test
    void refusesWhatHasNoClosedForm() {
        LifParameters delayed = LifParameters.of(0.5, 1).withReset(Reset.TO_VALUE, true);

        assertThrows(IllegalArgumentException.class, () -> closed(delayed));
        assertThrows(IllegalArgumentException.class, () -> closed(LifParameters.of(1 - 1e-15, 1)));
    }
}
