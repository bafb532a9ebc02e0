package ganglion.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
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

    @Test
    void numbersHosts() {
        List<Integer> ids = Layout.inTurn(unconnected(0), 1).hosts(List.of(), 0).stream()
                .map(Host::id)
                .toList();

        assertEquals(IntStream.range(0, 1).boxed().toList(), ids);
    }
}
