package ganglion.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadedTasksTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void runsEachTaskOnceAndSeesItsWrites(int threads) {
        int[] runs = new int[1000];

        new ThreadedTasks(threads).run(runs.length, task -> runs[task]++);

        int[] once = new int[runs.length];
        Arrays.fill(once, 1);
        assertArrayEquals(once, runs);
    }

    @Test
    void runsTasksAtTheSameTime() {
        CyclicBarrier bothAreRunning = new CyclicBarrier(2);

        new ThreadedTasks(2).run(2, task -> {
            try {
                bothAreRunning.await(20, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });

        assertTrue(!bothAreRunning.isBroken());
    }

    @Test
    void passesOnTheFailureOfATask() {
        IllegalStateException failure = assertThrows(
                IllegalStateException.class,
                () -> new ThreadedTasks(3).run(100, task -> {
                    if (task == 50) {
                        throw new IllegalStateException("task 50");
                    }
                }));

        assertEquals("task 50", failure.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new ThreadedTasks(0));
    }
}
