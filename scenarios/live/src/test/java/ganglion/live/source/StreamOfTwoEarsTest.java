package ganglion.live.source;

import static ganglion.live.Waiting.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.SampleSource;
import ganglion.live.source.LiveSound.LossCause;
import ganglion.live.source.LiveSound.SoundListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Standard input goes on with another ear: each sample is heard once, or counted. */
@Timeout(180)
class StreamOfTwoEarsTest {

    private static final double HERTZ = 1000;
    private static final int TICK = 10;

    private final Counting source = new Counting();
    private final InputStreamSound sound = new InputStreamSound("counting", () -> source);
    private final AtomicLong lost = new AtomicLong();
    private final SoundListener news = new SoundListener() {
        @Override
        public void gone(String why) {}

        @Override
        public void back(String text) {}

        @Override
        public void lost(long samples, LossCause cause) {
            assertEquals(LossCause.SWITCHED, cause);
            lost.addAndGet(samples);
        }
    };

    private SoundThread heard() throws Exception {
        SoundThread thread = SoundThread.open(sound, HERTZ, TICK, news, RealClock.SYSTEM);
        thread.start();
        return thread;
    }

    private static double[] tick(SoundThread thread) throws InterruptedException {
        double[] samples = new double[TICK];
        assertTrue(thread.queue().take(samples, TimeUnit.MINUTES.toNanos(2)));
        return samples;
    }

    /** Checks that a tick holds the samples from a number on. */
    private static void assertFrom(int first, double[] tick) {
        for (int i = 0; i < TICK; i++) {
            assertEquals(first + i, Math.round(tick[i] * Counting.SCALE));
        }
    }

    @Test
    void aReaderThatWaitsForSamplesTakesNoneAfterItsEnd() throws Exception {
        source.give(15);
        SoundThread first = heard();
        assertFrom(0, tick(first));
        source.awaitAllTaken();
        first.leave();

        SoundThread second = heard();
        source.give(400);
        int next = (int) Math.round(tick(second)[0] * Counting.SCALE);
        for (int number = 1; number < 39; number++) {
            assertFrom(next + number * TICK, tick(second));
        }
        await().until(() -> lost.get() == next - TICK);
        second.close();
    }

    @Test
    void whatWaitedToBeHeardIsCounted() throws Exception {
        source.give(100_000);
        SoundThread first = heard();
        for (int number = 0; number < 5; number++) {
            assertFrom(number * TICK, tick(first));
        }
        first.leave();

        SoundThread second = heard();
        int next = (int) Math.round(tick(second)[0] * Counting.SCALE);
        for (int number = 1; number < 300; number++) {
            assertFrom(next + number * TICK, tick(second));
        }
        await().until(() -> lost.get() == next - 50);
        second.close();
    }

    @Test
    void anotherSampleRateGoesOnToo() throws Exception {
        source.give(100_000);
        SoundThread first = SoundThread.open(sound, 2 * HERTZ, TICK, news, RealClock.SYSTEM);
        first.start();
        tick(first);
        first.leave();

        SoundThread second = heard();
        int next = (int) Math.round(tick(second)[0] * Counting.SCALE);
        // At twice the rate each sample is two; the resampler itself holds back a few that it needs for the last it
        // gave.
        await().until(() -> Math.abs(TICK + lost.get() - 2 * next) < 200);
        second.close();
    }

    /** Samples that tell their number, as many as are given. */
    private static final class Counting implements SampleSource {

        static final double SCALE = 1 << 20;

        private final Semaphore given = new Semaphore(0);
        private final Semaphore empty = new Semaphore(0);
        private int next;
        private volatile Thread reader;

        void give(int samples) {
            given.release(samples);
        }

        /** Until the reader asks for more than was given. */
        void awaitAllTaken() throws InterruptedException {
            assertTrue(empty.tryAcquire(2, TimeUnit.MINUTES));
        }

        @Override
        public double sampleRateHertz() {
            return HERTZ;
        }

        @Override
        public int read(double[] samples, int offset, int length) throws IOException {
            assertTrue(reader == null || reader == Thread.currentThread(), "one thread alone reads the stream");
            reader = Thread.currentThread();
            try {
                if (!given.tryAcquire()) {
                    empty.release();
                    given.acquire();
                }
            } catch (InterruptedException e) {
                throw new InterruptedIOException("interrupted");
            }
            samples[offset] = next++ / SCALE;
            return 1;
        }

        @Override
        public int unfinishedBytes() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
