package ganglion.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.parallel.TaskRunner;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InterruptibleTasksTest {

    @Test
    void runsAllThatItIsGiven() {
        AtomicInteger sum = new AtomicInteger();

        new InterruptibleTasks(new ThreadedTasks(3)).run(10, sum::addAndGet);

        assertEquals(45, sum.get());
    }

    @Test
    void beginsNoTaskOnceItsCallerIsInterrupted() {
        AtomicInteger begun = new AtomicInteger();

        assertThrows(
                CancellationException.class,
                () -> new InterruptibleTasks(TaskRunner.SEQUENTIAL).run(10, task -> {
                    begun.incrementAndGet();
                    if (task == 3) {
                        Thread.currentThread().interrupt();
                    }
                }));

        assertTrue(Thread.interrupted(), "the caller can still see it");
        assertEquals(4, begun.get());
    }
}
