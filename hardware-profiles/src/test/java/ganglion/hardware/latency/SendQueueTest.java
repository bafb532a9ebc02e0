package ganglion.hardware.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.latency.DetailedTimer.SendQueue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendQueueTest {

    /** The orders were printed by std::priority_queue of GNU C++ with the same pushes and pops. */
    @Test
    void breaksTiesAsTheHeapOfTheStandardLibraryDoes() {
        SendQueue equal = new SendQueue(5);
        for (int core = 0; core < 5; core++) {
            equal.push(core, 1);
        }
        List<Integer> orderOfEqual = new ArrayList<>();
        drain(equal, orderOfEqual);

        SendQueue mixed = new SendQueue(40);
        List<Integer> orderOfMixed = new ArrayList<>();
        int state = 1;
        for (int core = 0; core < 40; core++) {
            state = state * 1103515245 + 12345;
            mixed.push(core, (state >>> 16) % 5);
            if (core % 3 == 2) {
                orderOfMixed.add(mixed.core());
                mixed.pop();
            }
        }
        drain(mixed, orderOfMixed);

        assertEquals(List.of(0, 2, 4, 1, 3), orderOfEqual);
        assertEquals(
                List.of(
                        1, 5, 8, 9, 14, 15, 18, 22, 21, 17, 23, 35, 26, 37, 39, 16, 11, 32, 33, 28, 30, 7, 24, 0, 3, 2,
                        31, 13, 6, 27, 4, 20, 12, 10, 34, 38, 29, 19, 36, 25),
                orderOfMixed);
    }

    private static void drain(SendQueue queue, List<Integer> order) {
        while (!queue.isEmpty()) {
            order.add(queue.core());
            queue.pop();
        }
    }
}
