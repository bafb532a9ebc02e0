package ganglion.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Lets a command work on another thread, and tells where it is if it does not come to an end. The limit is a time of computing,
 * so that a busy machine hangs nothing; what computes nothing gets longer.
 */
final class Deadline {

    private static final int COMPUTING_SECONDS = 10;
    private static final int SECONDS = 60;
    private static final int SHOWN_FRAMES = 14;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Deadline() {}

    static Verdict run(Supplier<Verdict> command) {
        FutureTask<Verdict> task = new FutureTask<>(command::get);
        Thread thread = new Thread(task, "fuzzed-command");
        thread.setDaemon(true);
        thread.start();
        for (int second = 0; second < SECONDS && computed(thread) < COMPUTING_SECONDS; second++) {
            try {
                return task.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (ExecutionException e) {
                return Verdict.fault("escaped: " + e.getCause());
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts a test", e);
            }
        }
        String where = Arrays.stream(thread.getStackTrace())
                .limit(SHOWN_FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n  "));
        thread.interrupt();
        return Verdict.hang(
                "computes after " + COMPUTING_SECONDS + " s, or waits after " + SECONDS + " s:\n  " + where);
    }

    private static long computed(Thread thread) {
        return TimeUnit.NANOSECONDS.toSeconds(THREADS.getThreadCpuTime(thread.getId()));
    }
}
