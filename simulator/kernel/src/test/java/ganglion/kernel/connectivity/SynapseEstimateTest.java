package ganglion.kernel.connectivity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.random.CounterRandom;
import org.junit.jupiter.api.Test;

class SynapseEstimateTest {

    private static final CounterRandom RANDOM = new CounterRandom(7);

    @Test
    void isExactWhereAllNeuronsHaveAsManyPartners() {
        assertEquals(700 * 300, SynapseEstimate.of(new AllToAll(true), Ends.of(700, 300)));
        assertEquals(500 * 499, SynapseEstimate.of(new AllToAll(false), Ends.recurrent(500)));
        assertEquals(500, SynapseEstimate.of(new OneToOne(), Ends.of(500, 500)));
    }

    @Test
    void isNearWhereTheyDiffer() {
        assertEquals(10_000, SynapseEstimate.of(new FixedTotal(10_000, RANDOM), Ends.of(700, 1000)), 2_000);
    }

    @Test
    void isNothingForNobody() {
        assertEquals(0, SynapseEstimate.of(new AllToAll(true), Ends.of(0, 10)));
    }
}
