package ganglion.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

        new ThreadedTasks(2).run(2, task -> meet(bothAreRunning));

        assertTrue(!bothAreRunning.isBroken());
    }

    /** Threads outlive the tasks, so that many short runs do not start as many threads. */
    @Test
    void goesOnAfterAFailureWithTheSameThreads() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CyclicBarrier bothAreRunning = new CyclicBarrier(2);
        ThreadedTasks runner = new ThreadedTasks(2);
        assertThrows(
                IllegalArgumentException.class,
                () -> runner.run(8, task -> {
                    throw new IllegalArgumentException("task " + task);
                }));

        for (int run = 0; run < 50; run++) {
            runner.run(2, task -> {
                threads.add(Thread.currentThread());
                meet(bothAreRunning);
            });
        }

        assertTrue(threads.contains(Thread.currentThread()));
        assertTrue(threads.size() < 50, () -> threads.size() + " threads for 50 runs");
        threads.remove(Thread.currentThread());
        assertTrue(threads.stream().allMatch(Thread::isDaemon));
    }

    @Test
    void finishesTheTasksOfAnInterruptedCallerAndKeepsTheInterruption() {
        AtomicInteger done = new AtomicInteger();
        Thread.currentThread().interrupt();

        new ThreadedTasks(3).run(100, task -> done.incrementAndGet());

        assertTrue(Thread.interrupted());
        assertEquals(100, done.get());
    }

    @Test
    void runsNothingWithoutTasks() {
        new ThreadedTasks(4).run(0, task -> {
            throw new AssertionError("there is no task " + task);
        });
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(2, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
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
