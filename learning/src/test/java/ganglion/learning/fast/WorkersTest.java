package ganglion.learning.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 10", "3, 2", "4, 0"})
    void workersDoEveryTaskOnce(int threads, int tasks) {
        AtomicIntegerArray done = new AtomicIntegerArray(Math.max(1, tasks));
        try (Workers workers = new Workers(threads)) {
            workers.run(tasks, done::incrementAndGet);
            workers.run(tasks, done::incrementAndGet);
        }

        for (int i = 0; i < tasks; i++) {
            assertEquals(2, done.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aTaskThatFailsFailsTheWhole(int threads) {
        try (Workers workers = new Workers(threads)) {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> workers.run(8, i -> {
                                if (i == 5) {
                                    throw new IllegalArgumentException("task 5");
                                }
                            }))
                    .getMessage();

            assertEquals("task 5", message);
            AtomicIntegerArray done = new AtomicIntegerArray(3);
            workers.run(3, done::incrementAndGet);
            assertTrue(done.get(0) == 1 && done.get(1) == 1 && done.get(2) == 1, "workers go on afterwards");
        }
    }
}
