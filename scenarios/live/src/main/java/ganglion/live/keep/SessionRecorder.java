package ganglion.live.keep;

import ganglion.live.run.LiveTick;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Records sound and spikes of a session while someone wants it, in a thread of its own. Each recording has a folder, which appears once the recording
 * is over. If the disk cannot keep up, or fails, the recording ends there and says so; the session goes on.
 */
public final class SessionRecorder implements AutoCloseable {

    private static final int MOST_WAITING_TICKS = 10_000;
    private static final HeardTick END = new HeardTick(-1, new double[0], new int[0], -1);
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final RecordedNetwork network;
    private final Path folder;
    private final Consumer<String> told;
    private final Consumer<String> failed;
    private Writing writing;
    private int count;

    /**
     * A recorder that records nothing yet.
     *
     * @param folder that the folders of recordings are written into
     * @param told is told in a line of each recording that is complete
     * @param failed is told in a line why a recording ended
     */
    public SessionRecorder(RecordedNetwork network, Path folder, Consumer<String> told, Consumer<String> failed) {
        this.network = network;
        this.folder = folder;
        this.told = told;
        this.failed = failed;
    }

    /** Starts a recording, or ends it. */
    public synchronized void record(boolean on) {
        if (on && (writing == null || writing.over)) {
            writing = new Writing(folder.resolve("recording-" + ++count));
            writing.thread.start();
        } else if (!on && writing != null) {
            writing.end();
            writing = null;
        }
    }

    /** Takes a tick, if there is a recording. Returns at once. */
    public synchronized void take(LiveTick tick) {
        if (writing == null) {
            return;
        }
        int[] spikes = new int[tick.count()];
        for (int i = 0; i < spikes.length; i++) {
            spikes[i] = tick.neuron(i);
        }
        double[] heard = Arrays.copyOf(tick.heard(), tick.heard().length);
        if (!writing.queue.offer(new HeardTick(tick.number(), heard, spikes, -1))) {
            writing.end();
            writing = null;
            failed.accept("the recording ends here, because the disk does not keep up");
        }
    }

    /** Ends the recording, if there is one, and waits until it is written, but not for ever. */
    @Override
    public void close() {
        Writing last;
        synchronized (this) {
            last = writing;
            record(false);
        }
        if (last != null) {
            try {
                last.thread.join(TimeUnit.SECONDS.toMillis(LONGEST_WAIT_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** One recording. */
    private final class Writing implements Runnable {

        private final Path target;
        private final BlockingQueue<HeardTick> queue = new ArrayBlockingQueue<>(MOST_WAITING_TICKS + 1);
        private final Thread thread = new Thread(this, "ganglion-record");
        private volatile boolean over;

        Writing(Path target) {
            this.target = target;
            thread.setDaemon(true);
        }

        void end() {
            over = true;
            // Of a full queue the last tick gives way.
            while (!queue.offer(END)) {
                queue.poll();
            }
        }

        @Override
        public void run() {
            try (RecordingFiles files = new RecordingFiles(network, target)) {
                List<HeardTick> ticks = new ArrayList<>();
                for (boolean goesOn = true; goesOn; ) {
                    ticks.add(queue.take());
                    queue.drainTo(ticks);
                    goesOn = !ticks.remove(END);
                    for (HeardTick tick : ticks) {
                        files.write(tick);
                    }
                    ticks.clear();
                }
                told.accept("recorded " + files.publish());
            } catch (IOException e) {
                over = true;
                failed.accept("the recording failed: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
