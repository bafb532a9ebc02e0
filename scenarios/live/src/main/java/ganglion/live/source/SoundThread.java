package ganglion.live.source;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.live.source.LiveSound.ArrivingSound;
import java.io.IOException;
import java.util.function.LongConsumer;

/** Reads a sound in a thread of its own and hands it over tick by tick. */
public final class SoundThread implements AutoCloseable {

    /** Sound that may wait to be heard. */
    private static final double SECONDS_AHEAD = 2;

    private static final int FEWEST_TICKS_AHEAD = 4;

    private final ArrivingSound sound;
    private final boolean goesOn;
    private final int samplesPerTick;
    private final LongConsumer lost;
    private final RealClock clock;
    private final TickQueue queue;
    private final Thread thread;

    private SoundThread(
            ArrivingSound sound,
            boolean goesOn,
            double earHertz,
            int samplesPerTick,
            LongConsumer lost,
            RealClock clock) {
        this.sound = sound;
        this.goesOn = goesOn;
        this.samplesPerTick = samplesPerTick;
        this.lost = lost;
        this.clock = clock;
        int ahead = (int) (SECONDS_AHEAD * earHertz / samplesPerTick);
        this.queue = new TickQueue(Math.max(FEWEST_TICKS_AHEAD, ahead), samplesPerTick);
        this.thread = new Thread(this::read, "ganglion-sound");
        thread.setDaemon(true);
    }

    /**
     * Opens a sound; reads nothing before {@link #start}.
     *
     * @param lost is told of samples that are not heard because the queue is full, by the thread that reads
     * @throws AudioFormatException if it cannot be heard
     */
    public static SoundThread open(
            LiveSound sound, double earHertz, int samplesPerTick, LongConsumer lost, RealClock clock)
            throws IOException, AudioFormatException {
        return new SoundThread(sound.open(earHertz), sound.goesOn(), earHertz, samplesPerTick, lost, clock);
    }

    /** Begins to read. */
    public void start() {
        thread.start();
    }

    /** Where the ticks are. */
    public TickQueue queue() {
        return queue;
    }

    private void read() {
        try {
            pass();
        } catch (IOException | AudioFormatException e) {
            queue.end("the sound cannot be read any more: " + e.getMessage(), true);
        } catch (InterruptedException e) {
            queue.end("reading was interrupted", true);
        } catch (RuntimeException e) {
            queue.end("reading failed: " + e, true);
        }
    }

    private void pass() throws IOException, AudioFormatException, InterruptedException {
        double[] tick = new double[samplesPerTick];
        int filled = 0;
        while (!queue.isClosed()) {
            int count = sound.read(tick, filled, samplesPerTick - filled);
            if (count < 0) {
                queue.end("the sound has ended", false);
                break;
            }
            filled += count;
            if (filled == samplesPerTick) {
                boolean isTaken = queue.put(tick, clock.nanoseconds(), !goesOn);
                if (!isTaken && queue.isClosed()) {
                    break;
                }
                if (!isTaken) {
                    lost.accept(samplesPerTick);
                }
                filled = 0;
            }
        }
    }

    /** Ends reading; does not wait for it. */
    @Override
    public void close() {
        queue.close();
        sound.close();
    }
}
