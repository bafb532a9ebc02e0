package ganglion.learning.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.Layer.Flatten;
import ganglion.learning.model.Layer.TimeWindow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where delays and windows may stand. */
class LayerPlacesTest {

    private static final Layer NEURONS = Neurons.leaky(0.5);

    @Test
    void spikesComeFromTheInputAndFromNeuronsAndGoThroughDropout() {
        assertTrue(Layer.seesSpikesBehind(List.of()));
        assertTrue(Layer.seesSpikesBehind(List.of(new Dropout(0.5))));
        assertTrue(Layer.seesSpikesBehind(List.of(new Dense(2, true), NEURONS, new Dropout(0.5))));
        assertFalse(Layer.seesSpikesBehind(List.of(NEURONS, new Flatten())));
        assertFalse(Layer.seesSpikesBehind(List.of(NEURONS, new Dense(2, true), new Dropout(0.5))));
        assertFalse(Layer.seesSpikesBehind(List.of(new Delay(3, 1, true))));
    }

    @Test
    void onlySomeDenseLayersLookBack() {
        assertTrue(Layer.looksBack(new Dense(2, true, SynapseDelays.learned(3))));
        assertTrue(Layer.looksBack(new TimeWindow(2)));
        assertTrue(Layer.looksBack(Delay.learned(2)));
        assertFalse(Layer.looksBack(new Dense(2, true)));
        assertFalse(Layer.looksBack(NEURONS));
    }
}
