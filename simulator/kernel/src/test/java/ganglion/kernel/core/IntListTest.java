package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntListTest {

    @Test
    void keepsNumbersWhileItGrows() {
        IntList list = new IntList();
        for (int i = 0; i < 1000; i++) {
            assertEquals(i, list.size());
            list.add(3 * i);
        }

        assertEquals(2997, list.get(999));
        assertArrayEquals(IntStream.range(0, 1000).map(i -> 3 * i).toArray(), list.toArray());
    }

    @Test
    void reservesRoomAfterTheNumbersItHolds() {
        IntList list = new IntList();
        list.add(5);
        int[] room = list.reserve(200);
        assertTrue(room.length >= 201, "room for " + room.length);
        room[1] = 6;
        room[2] = 7;
        assertEquals(1, list.size());

        list.extend(2);

        assertArrayEquals(new int[] {5, 6, 7}, list.toArray());
        assertSame(room, list.values());
    }

    @Test
    void doesNotMoveItsNumbersWhereTheyHaveRoom() {
        IntList list = new IntList();
        int[] before = list.values();

        assertSame(before, list.reserve(before.length));
        list.extend(before.length);
        assertTrue(list.reserve(1).length > before.length);
    }
}
