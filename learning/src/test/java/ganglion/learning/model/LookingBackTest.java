package ganglion.learning.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.delay.SynapseDelays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where delays and windows may stand. */
class LookingBackTest {

    private static final Layer NEURONS = Neurons.leaky(0.5);

    @Test
    void spikesComeFromTheInputAndFromNeuronsAndGoThroughDropout() {
        assertTrue(LookingBack.seesSpikesBehind(List.of()));
        assertTrue(LookingBack.seesSpikesBehind(List.of(new Dropout(0.5))));
        assertTrue(LookingBack.seesSpikesBehind(List.of(new Dense(2, true), NEURONS, new Dropout(0.5))));
        assertFalse(LookingBack.seesSpikesBehind(List.of(NEURONS, new Flatten())));
        assertFalse(LookingBack.seesSpikesBehind(List.of(NEURONS, new Dense(2, true), new Dropout(0.5))));
        assertFalse(LookingBack.seesSpikesBehind(List.of(new Delay(3, 1, true))));
    }

    @Test
    void onlySomeDenseLayersLookBack() {
        assertTrue(LookingBack.is(new Dense(2, true, SynapseDelays.learned(3))));
        assertTrue(LookingBack.is(new TimeWindow(2)));
        assertTrue(LookingBack.is(Delay.learned(2)));
        assertFalse(LookingBack.is(new Dense(2, true)));
        assertFalse(LookingBack.is(NEURONS));
    }
}
