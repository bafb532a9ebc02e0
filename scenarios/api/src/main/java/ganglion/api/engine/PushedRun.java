package ganglion.api.engine;

import ganglion.documents.InputException;
import ganglion.kernel.network.Network;
import ganglion.live.run.LiveRun;
import ganglion.live.run.LiveRun.TickChanges;
import ganglion.live.run.LiveScenario;
import ganglion.live.run.LiveTick;
import ganglion.live.run.TickDecider;
import ganglion.scenario.result.RunSettings;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A live run that is fed by calls. The network runs in a thread of its own, which rests between calls, so that a call gives what came of its own
 * sound. For one thread at a time.
 */
public final class PushedRun implements AutoCloseable {

    private static final double[] NO_MORE = {};

    private final LiveScenario live;
    private final Network network;
    private final TickDecider decider;
    private final BlockingQueue<double[]> sound = new LinkedBlockingQueue<>();
    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    private final Thread thread;
    private boolean ended;

    /** What the thread of the network says: a tick, or why there is none. */
    private record Reply(Heard heard, Throwable failure) {}

    /**
     * What came of a tick. The array is nobody else's.
     *
     * @param tick which one, counted from 0
     * @param winner the class that is decided for, or -1 for none
     * @param confidence of the winner
     * @param neurons numbers of the neurons that fired, counted through all populations, ascending
     */
    public record Heard(long tick, int winner, double confidence, int[] neurons) {}

    /**
     * Builds the network and waits for sound.
     *
     * @throws InputException if the scenario cannot be heard live
     */
    public PushedRun(LiveScenario live, RunSettings settings) throws InputException {
        this.live = live;
        LiveRun run = new LiveRun(live, settings);
        this.network = run.network();
        this.decider = new TickDecider(live, network);
        this.thread = new Thread(() -> hear(run), "ganglion-pushed-ear");
        thread.setDaemon(true);
        thread.start();
    }

    /** The scenario. */
    public LiveScenario live() {
        return live;
    }

    /** The network that hears. */
    public Network network() {
        return network;
    }

    /** Whether it hears no more: it was closed, or failed. */
    public boolean ended() {
        return ended;
    }

    private void hear(LiveRun run) {
        Throwable failure = null;
        try {
            run.run(this::next, TickChanges.NONE, this::ticked);
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            replies.add(new Reply(null, failure));
        }
    }

    private boolean next(double[] samples) {
        try {
            double[] given = sound.take();
            if (given == NO_MORE) {
                return false;
            }
            System.arraycopy(given, 0, samples, 0, samples.length);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void ticked(LiveTick tick) {
        decider.take(tick);
        int[] neurons = new int[tick.count()];
        for (int i = 0; i < neurons.length; i++) {
            neurons[i] = tick.neuron(i);
        }
        replies.add(new Reply(new Heard(tick.number(), decider.winner(), decider.confidence(), neurons), null));
    }

    /**
     * Lets the network hear a tick.
     *
     * @param samples those of a tick, at the sample rate of the ear; not kept
     * @throws IllegalStateException if it was closed, the thread was interrupted while it waited, or an earlier call failed
     */
    public Heard hear(double[] samples) {
        if (ended) {
            throw new IllegalStateException("found an ear that is closed, expected one that hears");
        }
        sound.add(samples.clone());
        Reply reply = reply();
        if (reply.heard == null) {
            ended = true;
            throw new IllegalStateException("the network stopped: " + reply.failure, reply.failure);
        }
        return reply.heard;
    }

    private Reply reply() {
        try {
            return replies.take();
        } catch (InterruptedException e) {
            ended = true;
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the network heard", e);
        }
    }

    /** Ends the network and waits for its thread. Closing it again does nothing. */
    @Override
    public void close() {
        ended = true;
        sound.add(NO_MORE);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
