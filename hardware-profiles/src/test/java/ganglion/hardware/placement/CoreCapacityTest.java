package ganglion.hardware.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.FigureKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoreCapacityTest {

    private static final Optional<Figure> NONE = Optional.empty();

    private static Optional<Figure> figure(double value) {
        return Optional.of(new Figure("x", value, Dimension.COUNT, FigureKind.ASSUMED, "us", "", Optional.empty()));
    }

    private static CoreCapacity of(
            Optional<Figure> neurons,
            Optional<Figure> synapses,
            Optional<Figure> axons,
            Optional<Figure> memory,
            Optional<Figure> perSynapse) {
        return CoreCapacity.of(new ChipLimits(
                NONE,
                neurons,
                synapses,
                axons,
                NONE,
                memory,
                perSynapse,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE));
    }

    @Test
    void takesEachLimitFromItsFigure() {
        CoreCapacity capacity = of(figure(8), figure(100), figure(30), NONE, NONE);

        assertEquals(new CoreCapacity(8, 30, 100), capacity);
        assertEquals("8 neurons, 30 input axons, 100 synapses", capacity.text());
        assertFalse(capacity.isUnknown());
    }

    @Test
    void countsTheSynapsesThatTheMemoryHolds() {
        assertEquals(3, of(NONE, NONE, NONE, figure(10), figure(3)).synapses());
        assertEquals(2, of(NONE, figure(2), NONE, figure(10), figure(3)).synapses());
        assertEquals(3, of(NONE, figure(5), NONE, figure(10), figure(3)).synapses());
        assertEquals(Long.MAX_VALUE, of(NONE, NONE, NONE, figure(10), NONE).synapses());
        assertEquals(Long.MAX_VALUE, of(NONE, NONE, NONE, NONE, figure(3)).synapses());
    }

    @Test
    void isUnknownOnlyWithoutAnyLimit() {
        assertTrue(CoreCapacity.of(ChipLimits.unknown()).isUnknown());
        assertEquals("", CoreCapacity.of(ChipLimits.unknown()).text());
        assertFalse(of(figure(1), NONE, NONE, NONE, NONE).isUnknown());
        assertFalse(of(NONE, figure(1), NONE, NONE, NONE).isUnknown());
        assertFalse(of(NONE, NONE, figure(1), NONE, NONE).isUnknown());
    }
}
