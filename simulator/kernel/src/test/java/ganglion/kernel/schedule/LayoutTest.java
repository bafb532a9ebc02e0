package ganglion.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LayoutTest {

    private static Wiring unconnected(int cores) {
        return Wiring.of(new int[cores][0], new int[cores][0]);
    }

    @Test
    void makesNoMoreHostsThanCoresAndAtLeastOne() {
        assertEquals(2, Layout.inTurn(unconnected(3), 2).hostCount());
        assertEquals(3, Layout.inTurn(unconnected(3), 9).hostCount());
        assertEquals(1, Layout.inTurn(unconnected(0), 2).hostCount());
    }
}
