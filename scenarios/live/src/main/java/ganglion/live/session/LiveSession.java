package ganglion.live.session;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.documents.InputException;
import ganglion.kernel.random.CounterRandom;
import ganglion.live.event.LiveEvent;
import ganglion.live.event.LiveEvent.LiveEnd;
import ganglion.live.event.LiveEvent.LiveListener;
import ganglion.live.event.LiveEvent.LiveNotice;
import ganglion.live.run.LiveRun;
import ganglion.live.run.LiveRun.TickFeed;
import ganglion.live.run.LiveScenario;
import ganglion.live.source.SoundThread;
import ganglion.live.source.TickQueue;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A session from the first sound to the last. The thread that calls {@link #run} runs the network and tells those who watch; sound is read and energy is
 * estimated in threads of their own. Nothing that a watcher does keeps a tick waiting.
 */
public final class LiveSession {

    private static final long POLL_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(50);

    private final SessionPlan plan;
    private final Watchers watchers = new Watchers();
    private final AtomicLong lost = new AtomicLong();
    private final LiveStretch stretch;
    private final int neurons;
    private volatile boolean stopped;
    private long tick;

    /**
     * A session that has not begun.
     *
     * @throws InputException if a file of the scenario cannot be used
     */
    public LiveSession(SessionPlan plan) throws InputException {
        this.plan = plan;
        LiveRun run = new LiveRun(plan.scenario(), plan.settings());
        this.neurons = run.network().neuronCount();
        this.stretch = new LiveStretch(plan, run, watchers, lost::get);
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
        WarmUp.of(plan, neurons);
        LiveScenario live = plan.scenario();
        Hearing hearing;
        try (SoundThread sound = SoundThread.open(
                plan.sound(),
                live.ear().cochlea().sampleRateHertz(),
                live.samplesPerTick(),
                lost::addAndGet,
                plan.clock())) {
            hearing = new Hearing(sound.queue());
            sound.start();
            stretch.run(sound.queue(), hearing);
        } catch (AudioFormatException | IOException e) {
            throw new InputException("", e.getMessage());
        }
        tellNews();
        watchers.tell(new LiveEnd(tick, hearing.reason));
        Optional<String> failure = hearing.failed ? Optional.of(hearing.reason) : Optional.empty();
        if (failure.isPresent() && tick == 0) {
            throw new InputException(plan.sound().title(), failure.get());
        }
        return new SessionResult(tick, hearing.reason, failure);
    }

    /** Gives the run of one scenario its sound, and ends it. */
    private final class Hearing implements TickFeed {

        private final TickQueue queue;
        private final long mostTicks;
        private String reason = "";
        private boolean failed;

        Hearing(TickQueue queue) {
            this.queue = queue;
            double tickSeconds = plan.scenario().scenario().clock().tickSeconds();
            this.mostTicks = (long) Math.min(Long.MAX_VALUE, Math.ceil(plan.seconds() / tickSeconds - 1e-9));
        }

        @Override
        public boolean next(double[] samples) {
            while (true) {
                tellNews();
                if (wantsEnd()) {
                    return false;
                }
                try {
                    if (queue.take(samples, POLL_NANOSECONDS)) {
                        tick++;
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
            } else if (tick >= mostTicks) {
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
        String failure = watchers.takeFailure();
        if (!failure.isEmpty()) {
            watchers.tell(new LiveNotice(tick, LiveNotice.Kind.PROBLEM, failure));
        }
    }

    /** Ends the session soon; may be called from any thread. */
    public void stop() {
        stopped = true;
    }

    /**
     * Lets a copy of a session hear some noise before the first sound, so that Java has loaded and compiled what a tick needs: the first ticks would else take a hundred
     * times as long as later ones.
     */
    private static final class WarmUp {

        private static final long LONGEST_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(500);

        /** Building a larger network twice takes longer than it saves. */
        private static final int MOST_NEURONS = 20_000;

        private static final double AMPLITUDE = 0.1;

        private WarmUp() {}

        /** Warms up, unless the network is large or sound does not come in real time. */
        static void of(SessionPlan plan, int neurons) throws InputException {
            if (plan.sound().speed() == Double.POSITIVE_INFINITY || neurons > MOST_NEURONS) {
                return;
            }
            LiveScenario live = plan.scenario();
            LiveStretch copy = new LiveStretch(plan, new LiveRun(live, plan.settings()), new Watchers(), () -> 0);
            CounterRandom noise = new CounterRandom(0);
            long[] drawn = {0};
            long start = plan.clock().nanoseconds();
            copy.run(new TickQueue(1, live.samplesPerTick()), samples -> {
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = AMPLITUDE * (2 * noise.uniform(drawn[0]++) - 1);
                }
                return plan.clock().nanoseconds() - start < LONGEST_NANOSECONDS;
            });
        }
    }

    /** Those who are told of a session. One that throws is told nothing more: the session goes on. */
    static final class Watchers {

        private final List<LiveListener> listeners = new CopyOnWriteArrayList<>();
        private volatile String failure = "";

        void add(LiveListener listener) {
            listeners.add(listener);
        }

        void tell(LiveEvent event) {
            for (LiveListener listener : listeners) {
                try {
                    listener.happened(event);
                } catch (RuntimeException e) {
                    listeners.remove(listener);
                    failure = "someone who watched the session failed and is told nothing more: " + e;
                }
            }
        }

        /** What went wrong since the last call; empty if nothing did. */
        String takeFailure() {
            String taken = failure;
            failure = "";
            return taken;
        }
    }
}
