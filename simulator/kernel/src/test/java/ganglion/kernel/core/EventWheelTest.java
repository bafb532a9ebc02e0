package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventWheelTest {

    private static final int LAST_ORDER = 5;

    @ParameterizedTest
    @ValueSource(longs = {3, 60, 1_000, 200_000, 5_000_000_000L})
    void handsOutEventsByTickOrderAndIdHoweverFarTheyLieAhead(long horizon) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            EventWheel wheel = new EventWheel(64, LAST_ORDER, 1_000_000_000);
            TreeMap<Long, TreeSet<Long>> expected = new TreeMap<>();
            long now = 0;

            for (int step = 0; step < 400; step++) {
                int additions = random.nextInt(6);
                for (int i = 0; i < additions; i++) {
                    long tick = now + 1 + (long) (random.nextDouble() * horizon);
                    int id = random.nextInt(1_000_000_000);
                    int order = random.nextInt(LAST_ORDER + 1);
                    if (expected.computeIfAbsent(tick, any -> new TreeSet<>()).add((long) order << 32 | id)) {
                        wheel.add(tick, order, id);
                    }
                }
                if (!expected.isEmpty() && random.nextBoolean()) {
                    assertEquals(expected.firstKey(), wheel.nextTick());
                    now = expected.firstKey();
                    assertArrayEquals(idsOf(expected), taken(wheel));
                }
            }
        }
    }

    private static int[] idsOf(TreeMap<Long, TreeSet<Long>> expected) {
        return expected.pollFirstEntry().getValue().stream()
                .mapToInt(Long::intValue)
                .toArray();
    }

    private static int[] taken(EventWheel wheel) {
        IntList ids = new IntList();
        wheel.takeNext(ids);
        return ids.toArray();
    }

    @Test
    void acceptsEventsAtTheTickThatWasTakenLast() {
        EventWheel wheel = new EventWheel(64, 1, 1 << 20);
        wheel.add(5, 0, 1);
        taken(wheel);

        wheel.add(5, 0, 2);

        assertEquals(5, wheel.nextTick());
    }
}
