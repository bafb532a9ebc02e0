package ganglion.hardware.activity;

import ganglion.kernel.parallel.TaskRunner;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Runs tasks on several threads. */
public enum SeveralThreads implements TaskRunner {
    RUNNER;

    @Override
    public int parallelism() {
        return 3;
    }

    @Override
    public void run(int tasks, IntConsumer task) {
        IntStream.range(0, tasks).parallel().forEach(task);
    }
}
