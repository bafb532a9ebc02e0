package ganglion.live.keep;

import ganglion.cochlea.adjust.EarChange;
import ganglion.live.keep.MomentMemory.HeardTick;
import ganglion.live.keep.MomentMemory.Moment;
import ganglion.live.run.LiveScenario;
import ganglion.live.run.LiveTick;
import ganglion.scenario.result.RunSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Remembers the last minute of a session and writes stretches of it as folders, each a scenario that passes as a regression test. Writing goes on in a
 * thread of its own and keeps no tick waiting.
 *
 * <p>The scenario of a stretch begins at rest, {@value #LEAD_SECONDS} s before it: by then the network has, as far as it forgets, the state that it had. Where
 * the session began later than that, the spikes are those of the session, to the last bit; else their difference is told.
 */
public final class MomentKeeper implements AutoCloseable {

    /** A stretch lies within this time. */
    public static final int REMEMBERED_SECONDS = 60;

    /** What is kept of the time before a stretch. */
    static final int LEAD_SECONDS = 5;

    private static final long LONGEST_WAIT_SECONDS = 60;

    /** Each holds a minute of sound at most. */
    private static final int MOST_WAITING_MOMENTS = 4;

    private static final int LONGEST_START_OF_NAME = 30;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

    private final LiveScenario live;
    private final Path folder;
    private final RunSettings settings;
    private final MomentMemory memory;
    private final long leadTicks;
    private final ExecutorService writer;
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * A keeper that remembers nothing yet.
     *
     * @param folder that the folders of moments are written into
     * @param settings of the runs that moments are made with; changes no result
     */
    public MomentKeeper(LiveScenario live, Path folder, RunSettings settings) {
        this.live = live;
        this.folder = folder;
        this.settings = settings;
        double tickSeconds = live.scenario().clock().tickSeconds();
        this.leadTicks = Math.round(LEAD_SECONDS / tickSeconds);
        this.memory = new MomentMemory((int) Math.ceil((REMEMBERED_SECONDS + LEAD_SECONDS) / tickSeconds));
        this.writer = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "ganglion-keep");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
    }

    /**
     * Remembers a tick.
     *
     * @param winner index of the class that is decided for, or -1 for nothing
     */
    public void take(LiveTick tick, int winner) {
        memory.take(new HeardTick(tick.number(), tick.heard().clone(), tick.neurons(), winner));
    }

    /** Remembers a change of the ear. */
    public void take(EarChange change) {
        memory.take(change);
    }

    /**
     * Writes a stretch.
     *
     * @param name of its folder; empty for one by its ticks
     * @param told is told in a line how its spikes compare with the session's
     * @return the folder; fails with a message in words
     */
    public CompletableFuture<String> keep(long fromTick, long untilTick, String name, Consumer<String> told) {
        String chosen = name.isEmpty() ? defaultName(fromTick, untilTick) : name;
        Moment moment;
        try {
            check(fromTick, untilTick, chosen);
            moment = memory.moment(chosen, fromTick, untilTick, leadTicks);
            if (writer.isShutdown()) {
                throw new IllegalArgumentException("the session is over, and keeps nothing more");
            }
            if (waiting.incrementAndGet() > MOST_WAITING_MOMENTS) {
                waiting.decrementAndGet();
                throw new IllegalArgumentException("found " + MOST_WAITING_MOMENTS
                        + " moments that are not written yet, expected fewer; try again when one is done");
            }
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return write(moment, told);
                    } finally {
                        waiting.decrementAndGet();
                    }
                },
                writer);
    }

    private String defaultName(long fromTick, long untilTick) {
        String name = live.scenario().name().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+", "");
        String start = name.substring(0, Math.min(LONGEST_START_OF_NAME, name.length()));
        return String.format(Locale.ROOT, "%s%s%d-%d", start, start.isEmpty() ? "" : "-", fromTick, untilTick);
    }

    private void check(long fromTick, long untilTick, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "found the name '" + name + "', expected 1 to 64 letters, digits and hyphens, the first no hyphen");
        }
        if (fromTick >= untilTick) {
            throw new IllegalArgumentException(
                    "found a stretch from tick " + fromTick + " to " + untilTick + ", expected at least one tick");
        }
    }

    private String write(Moment moment, Consumer<String> told) {
        try {
            MomentFolder.Written written =
                    new MomentFolder(live, settings).write(moment, folder.resolve(moment.name()));
            told.accept("kept " + written.folder() + ": " + written.words());
            return written.folder().toString();
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Waits until what has been asked for is written, but not for ever. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            writer.awaitTermination(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
