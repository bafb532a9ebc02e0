package ganglion.live.session;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.live.event.LiveEvent.LiveNotice;
import ganglion.live.run.LiveRun;
import ganglion.live.run.LiveScenario;
import ganglion.live.source.SoundThread;
import java.io.IOException;

/**
 * Makes the next scenario of a session ready while the one before still hears: network and sound. What cannot be made ready is told, and the session stays
 * where it is. A device that cannot be opened twice is opened again once the scenario before has let it go.
 */
final class Switching implements AutoCloseable {

    private final SessionPlan plan;
    private final Losses losses;
    private final Stretches stretches;
    private Next ready;
    private boolean closed;

    /** Makes the part of the session in which a scenario hears. */
    @FunctionalInterface
    interface Stretches {

        /** @throws InputException if a file of the scenario cannot be used */
        LiveStretch of(LiveScenario live, LiveRun run) throws InputException;
    }

    /**
     * A scenario that is ready to hear.
     *
     * @param sound opened, but not started; null if the source cannot be opened twice
     */
    record Next(LiveStretch stretch, SoundThread sound) {}

    Switching(SessionPlan plan, Losses losses, Stretches stretches) {
        this.plan = plan;
        this.losses = losses;
        this.stretches = stretches;
    }

    /** Makes a scenario ready, in a thread of its own. */
    void prepare(String scenario) {
        Thread builder = new Thread(() -> build(scenario), "ganglion-switch");
        builder.setDaemon(true);
        builder.start();
    }

    private void build(String scenario) {
        try {
            LiveScenario live = plan.scenarios().open(scenario);
            LiveStretch stretch = stretches.of(live, new LiveRun(live, plan.settings()));
            offer(new Next(stretch, opened(live)));
        } catch (InputException e) {
            losses.add(LiveNotice.Kind.PROBLEM, e.problems().get(0).oneLine());
        } catch (RuntimeException e) {
            losses.add(LiveNotice.Kind.PROBLEM, scenario + " cannot be heard: " + e.getMessage());
        }
    }

    /** Null for a device that may be there once it is let go. */
    private SoundThread opened(LiveScenario live) throws InputException {
        try {
            return open(live);
        } catch (InputException e) {
            if (plan.sound().goesOn()) {
                return null;
            }
            throw e;
        }
    }

    /** Opens the sound for a scenario. */
    SoundThread open(LiveScenario live) throws InputException {
        try {
            return SoundThread.open(
                    plan.sound(), live.ear().cochlea().sampleRateHertz(), live.samplesPerTick(), losses, plan.clock());
        } catch (AudioFormatException | IOException e) {
            throw new InputException(new Problem("", 0, "", e.getMessage()));
        }
    }

    /** The same with its sound, which the scenario before has let go. */
    Next withSound(Next next) throws InputException {
        return next.sound() != null
                ? next
                : new Next(next.stretch(), open(next.stretch().live()));
    }

    /** Of several that are ready the last one comes; what is ready after the end is let go. */
    private synchronized void offer(Next next) {
        release();
        ready = next;
        if (closed) {
            release();
        }
    }

    private void release() {
        if (ready != null && ready.sound() != null) {
            ready.sound().close();
        }
        ready = null;
    }

    /** The scenario that is ready; null if there is none. */
    synchronized Next take() {
        Next taken = ready;
        ready = null;
        return taken;
    }

    /** Lets go what is ready. */
    @Override
    public synchronized void close() {
        closed = true;
        release();
    }
}
