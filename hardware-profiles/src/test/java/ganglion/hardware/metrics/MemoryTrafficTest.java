package ganglion.hardware.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.HardwareProfile.MemoryLevel;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Figure.FigureKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryTrafficTest {

    private static final Figure ACCESS = figure(Dimension.ENERGY, 1e-12);
    private static final MemoryLevel NEAR =
            new MemoryLevel("near", Optional.of(figure(Dimension.MEMORY, 100)), ACCESS, 4);
    private static final MemoryLevel FAR = new MemoryLevel("far", Optional.empty(), ACCESS, 8);

    private static Figure figure(Dimension dimension, double value) {
        return new Figure("x", value, dimension, FigureKind.ASSUMED, "us", "", Optional.empty());
    }

    @Test
    void liesInTheNearestLevelThatHoldsEverything() {
        assertEquals(new MemoryTraffic(NEAR, 25), MemoryTraffic.of(List.of(NEAR, FAR), 100, 100));
        assertEquals(new MemoryTraffic(FAR, 13), MemoryTraffic.of(List.of(NEAR, FAR), 101, 100));
    }

    @Test
    void movesWholeWords() {
        assertEquals(0, MemoryTraffic.of(List.of(FAR), 1, 0).words());
        assertEquals(1, MemoryTraffic.of(List.of(FAR), 1, 1).words());
        assertEquals(1, MemoryTraffic.of(List.of(FAR), 1, 8).words());
        assertEquals(2, MemoryTraffic.of(List.of(FAR), 1, 9).words());
    }

    @Test
    void needsALastLevelThatHoldsEverything() {
        List<MemoryLevel> bounded = List.of(NEAR);

        assertThrows(IllegalArgumentException.class, () -> MemoryTraffic.of(bounded, 101, 1));
        assertThrows(IllegalArgumentException.class, () -> new MemoryLevel("none", Optional.empty(), ACCESS, 0));
    }
}
