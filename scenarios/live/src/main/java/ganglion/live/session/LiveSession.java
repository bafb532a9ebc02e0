package ganglion.live.session;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.live.event.LiveControls;
import ganglion.live.event.LiveEnd;
import ganglion.live.event.LiveListener;
import ganglion.live.event.LiveNotice;
import ganglion.live.keep.MomentKeeper;
import ganglion.live.keep.SessionRecorder;
import ganglion.live.run.LiveRun;
import ganglion.live.run.LiveScenario;
import ganglion.live.run.TickFeed;
import ganglion.live.source.SoundThread;
import ganglion.live.source.TickQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A session from the first sound to the last. The thread that calls {@link #run} runs the network and tells those who watch; sound is read and energy is
 * estimated in threads of their own. Nothing that a watcher does keeps a tick waiting.
 */
public final class LiveSession implements LiveControls {

    private static final long POLL_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(50);

    private final SessionPlan plan;
    private final Watchers watchers = new Watchers();
    private final Losses losses = new Losses();
    private volatile LiveStretch current;
    private volatile Next next;
    private volatile boolean stopped;
    private Optional<Path> moments = Optional.empty();
    private long tick;

    /** A scenario that is ready to hear. */
    private record Next(LiveScenario live, LiveRun run) {}

    /**
     * A session that has not begun.
     *
     * @throws InputException if a file of the scenario cannot be used
     */
    public LiveSession(SessionPlan plan) throws InputException {
        this.plan = plan;
        this.next = new Next(plan.scenario(), new LiveRun(plan.scenario(), plan.settings()));
    }

    /** Lets moments be kept in a folder, which is made for the first one. To be called before {@link #run}. */
    public void keepIn(Path folder) {
        moments = Optional.of(folder);
    }

    /** Tells someone of all that happens from now on. */
    public void tell(LiveListener listener) {
        watchers.add(listener);
    }

    /**
     * Hears until the sound ends, the time is over, or someone wants it to end. To be called once.
     *
     * @throws InputException if the sound cannot be heard at all
     */
    public SessionResult run() throws InputException {
        List<StretchResult> stretches = new ArrayList<>();
        String reason = "";
        Optional<String> failure = Optional.empty();
        WarmUp.of(plan, plan.scenario(), next.run().network().neuronCount());
        while (next != null && reason.isEmpty()) {
            Next now = next;
            next = null;
            Hearing hearing = new Hearing(now.live());
            try (SoundThread reader = open(now.live())) {
                current = new LiveStretch(plan, now.run(), now.live(), watchers, losses);
                moments.ifPresent(folder -> current.keepIn(folder, losses));
                hearing.queue = reader.queue();
                stretches.add(current.run(reader.queue(), hearing));
            }
            current.recorder().ifPresent(SessionRecorder::close);
            current.keeper().ifPresent(MomentKeeper::close);
            tellNews();
            reason = hearing.reason;
            failure = hearing.failed ? Optional.of(reason) : Optional.empty();
        }
        watchers.tell(new LiveEnd(tick, reason));
        if (failure.isPresent() && stretches.get(0).ticks() == 0) {
            throw new InputException(new Problem(plan.sound().title(), 0, "", failure.get()));
        }
        return new SessionResult(stretches, reason, failure, losses.samples());
    }

    private SoundThread open(LiveScenario live) throws InputException {
        try {
            return SoundThread.start(
                    plan.sound(), live.ear().cochlea().sampleRateHertz(), live.samplesPerTick(), losses, plan.clock());
        } catch (AudioFormatException | IOException e) {
            throw new InputException(new Problem("", 0, "", e.getMessage()));
        }
    }

    /** Gives the run of one scenario its sound, and ends it. */
    private final class Hearing implements TickFeed {

        private final long mostTicks;
        private TickQueue queue;
        private long ticks;
        private String reason = "";
        private boolean failed;

        Hearing(LiveScenario live) {
            double tickSeconds = live.scenario().clock().tickSeconds();
            this.mostTicks = (long) Math.min(Long.MAX_VALUE, Math.ceil(plan.seconds() / tickSeconds - 1e-9));
        }

        @Override
        public boolean next(double[] samples) {
            while (true) {
                tellNews();
                if (next != null) {
                    return false;
                }
                if (wantsEnd()) {
                    return false;
                }
                try {
                    if (queue.take(samples, POLL_NANOSECONDS)) {
                        tick = ++ticks;
                        return true;
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    reason = "interrupted";
                    return false;
                }
            }
        }

        private boolean wantsEnd() {
            if (stopped) {
                reason = "stopped";
            } else if (plan.interrupted().getAsBoolean()) {
                reason = "interrupted";
            } else if (ticks >= mostTicks) {
                reason = "the time is over";
            } else {
                queue.ended().ifPresent(end -> {
                    reason = end.why();
                    failed = end.isFailure();
                });
            }
            return !reason.isEmpty();
        }
    }

    private void tellNews() {
        for (Losses.News news = losses.next(); news != null; news = losses.next()) {
            watchers.tell(new LiveNotice(tick, news.kind(), news.text()));
        }
        String failure = watchers.takeFailure();
        if (!failure.isEmpty()) {
            watchers.tell(new LiveNotice(tick, LiveNotice.Kind.PROBLEM, failure));
        }
    }

    @Override
    public void adjust(String name, double value) {
        running().changes().ask(name, value);
    }

    @Override
    public void watch(List<Integer> neurons) {
        LiveStretch stretch = running();
        if (neurons.size() > MOST_WATCHED) {
            throw new IllegalArgumentException(
                    "found " + neurons.size() + " neurons, expected at most " + MOST_WATCHED);
        }
        for (int neuron : neurons) {
            if (neuron < 0 || neuron >= stretch.neurons()) {
                throw new IllegalArgumentException(
                        "found neuron " + neuron + ", expected 0 to " + (stretch.neurons() - 1));
            }
        }
        stretch.watch(neurons.stream().mapToInt(Integer::intValue).toArray());
    }

    private LiveStretch running() {
        LiveStretch stretch = current;
        if (stretch == null) {
            throw new IllegalArgumentException("the session has not begun");
        }
        return stretch;
    }

    @Override
    public CompletableFuture<String> keep(long fromTick, long untilTick, String name) {
        return running()
                .keeper()
                .map(keeper -> keeper.keep(
                        fromTick, untilTick, name, line -> losses.add(LiveNotice.Kind.DONE, line)))
                .orElseGet(() ->
                        CompletableFuture.failedFuture(new IllegalStateException("this session keeps no moments")));
    }

    @Override
    public List<String> scenarios() {
        return plan.scenarios().names();
    }

    @Override
    public void switchTo(String scenario) {
        if (!scenarios().contains(scenario)) {
            throw new IllegalArgumentException("found '" + scenario + "', expected one of " + scenarios());
        }
        Thread builder = new Thread(() -> prepare(scenario), "ganglion-switch");
        builder.setDaemon(true);
        builder.start();
    }

    /** The network is built while the session goes on with the one that it has. */
    private void prepare(String scenario) {
        try {
            LiveScenario live = plan.scenarios().open(scenario);
            next = new Next(live, new LiveRun(live, plan.settings()));
        } catch (InputException e) {
            losses.add(LiveNotice.Kind.PROBLEM, e.problems().get(0).oneLine());
        } catch (RuntimeException e) {
            losses.add(LiveNotice.Kind.PROBLEM, scenario + " cannot be heard: " + e.getMessage());
        }
    }

    @Override
    public void record(boolean on) {
        running()
                .recorder()
                .ifPresentOrElse(
                        recorder -> recorder.record(on),
                        () -> losses.add(LiveNotice.Kind.PROBLEM, "this session records nothing"));
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
