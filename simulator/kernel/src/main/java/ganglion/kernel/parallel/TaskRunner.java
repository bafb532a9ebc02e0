package ganglion.kernel.parallel;

import java.util.function.IntConsumer;

/**
 * Runs independent tasks, at the same time if it has threads to do so. What the kernel builds with it does not depend
 * on the number of threads or on the order of tasks: each task writes only to its own places, and what tasks find out is
 * merged by operations that commute.
 */
public interface TaskRunner {

    /** Runs one task after the other, in the caller's thread. */
    TaskRunner SEQUENTIAL = new TaskRunner() {
        @Override
        public int parallelism() {
            return 1;
        }

        @Override
        public void run(int tasks, IntConsumer task) {
            for (int i = 0; i < tasks; i++) {
                task.accept(i);
            }
        }
    };

    /** Number of tasks that work is best divided into, at least 1. Must not influence any result. */
    int parallelism();

    /**
     * Runs tasks and returns when all are done; their writes are then visible to the caller.
     *
     * @param tasks number of tasks
     * @param task is given numbers from 0 to {@code tasks - 1}, each once
     * @throws RuntimeException what a task threw, if one did
     */
    void run(int tasks, IntConsumer task);
}
