package ganglion.learning.delay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.model.Dense;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Span;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Delays of synapses: their width, their bounds, and where they start. */
class SynapseDelaysTest {

    @ParameterizedTest
    @CsvSource({"0, 8", "0.125, 2", "0.1875, 1", "0.25, 0.5", "0.3, 0.5", "1, 0.5"})
    void theWidthFallsInEqualProportionsAndThenStays(double progress, double width) {
        SynapseDelays delays = new SynapseDelays(16, 100, true, 8, 0.5, 0.25);

        assertEquals(width, delays.width(progress), 1e-12);
    }

    @Test
    void freshDelaysSpreadOverWhatIsAllowed() {
        SynapseDelays delays = SynapseDelays.learned(20);
        double[] values = Model.create(LayerShape.of(40), List.of(new Dense(20, true, delays), Neurons.leaky(0.9)), 3)
                .parameter(0, "delay")
                .values();

        assertEquals(800, values.length);
        assertEquals(10, Arrays.stream(values).map(delays::steps).average().orElseThrow(), 0.5);
        assertTrue(Arrays.stream(values).allMatch(value -> value >= 0 && value <= 0.2));
        assertTrue(Arrays.stream(values).map(delays::steps).max().orElseThrow() > 19.5);
    }

    @Test
    void delaysLieInTheirBoundsAndAreRoundedHalvesUp() {
        SynapseDelays delays = new SynapseDelays(4, 2, true, 2, 0.5, 0.5);

        assertEquals(4, delays.steps(2.5));
        assertEquals(0, delays.steps(-1));
        assertEquals(3, delays.wholeSteps(1.25));
        assertEquals(new Span(0, 2), new Dense(3, true, delays).rangeOf("delay"));
        assertEquals(Span.ANY, new Dense(3, true, delays).rangeOf("weight"));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, 1, 1, 1",
        "10001, 1, 1, 1, 1",
        "5, 0, 1, 1, 1",
        "5, Infinity, 1, 1, 1",
        "5, 1, 1, 2, 1",
        "5, 1, 1, 0.2, 1",
        "5, 1, 20000, 1, 1",
        "5, 1, NaN, 1, 1",
        "5, 1, 1, 1, 0",
        "5, 1, 1, 1, 1.5"
    })
    void refusesWhatIsOutOfRange(int longest, double stepsPerUnit, double from, double to, double within) {
        assertThrows(
                IllegalArgumentException.class, () -> new SynapseDelays(longest, stepsPerUnit, true, from, to, within));
    }
}
