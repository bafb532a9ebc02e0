package ganglion.runtime;

import ganglion.kernel.parallel.TaskRunner;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

/**
 * Runs tasks until the thread that has them run is interrupted.
 *
 * @param runner that runs them
 */
public record InterruptibleTasks(TaskRunner runner) implements TaskRunner {

    @Override
    public int parallelism() {
        return runner.parallelism();
    }

    /** @throws CancellationException if the calling thread was interrupted before the last task began; it stays so */
    @Override
    public void run(int tasks, IntConsumer task) {
        Thread caller = Thread.currentThread();
        runner.run(tasks, i -> {
            if (caller.isInterrupted()) {
                throw new CancellationException("tasks that nobody waits for any more");
            }
            task.accept(i);
        });
    }
}
