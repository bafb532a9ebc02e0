package ganglion.live.source;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.SampleSource;
import ganglion.live.source.LiveSound.ArrivingSound;
import ganglion.live.source.LiveSound.SoundListener;
import java.io.IOException;
import java.io.InterruptedIOException;

/** Sound from standard input or another stream of samples that waits for its reader. */
public final class InputStreamSound implements LiveSound {

    private final String title;
    private final SamplePump pump;

    /** Opens the stream when sound is first asked for. */
    @FunctionalInterface
    public interface Opener {

        /** @throws AudioFormatException if the stream holds something else than sound */
        SampleSource open() throws IOException, AudioFormatException;
    }

    /** @param title where it comes from, in words */
    public InputStreamSound(String title, Opener opener) {
        this.title = title;
        this.pump = new SamplePump(opener);
    }

    @Override
    public String title() {
        return title;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The stream is opened with the first read, because its header may be long in coming. Another ear goes on where the one before was closed.
     */
    @Override
    public ArrivingSound open(double earHertz, SoundListener news) {
        return new Arriving(earHertz);
    }

    /** The stream for one ear. */
    private final class Arriving implements ArrivingSound {

        private final double earHertz;
        private final SamplePump.Taker taker = pump.taker();
        private ArrivingSound sound;

        Arriving(double earHertz) {
            this.earHertz = earHertz;
        }

        @Override
        public int read(double[] samples, int offset, int length) throws IOException, AudioFormatException {
            if (sound == null) {
                if (!taker.isOpened()) {
                    return -1;
                }
                sound = ResampledSound.of(taker, earHertz);
            }
            return sound.read(samples, offset, length);
        }

        @Override
        public int held() {
            return sound == null ? 0 : sound.held();
        }

        /** The stream itself stays open: standard input cannot be closed under who reads it. */
        @Override
        public void close() {
            taker.close();
        }
    }

    /**
     * Reads a stream that cannot be closed under its reader, in the one thread that ever does, and hands each sample to one taker. A taker that is closed takes nothing
     * more, at once: what comes later is left to the next one.
     */
    private static final class SamplePump {

        private final InputStreamSound.Opener opener;
        private double[] block = {};
        private int taken;
        private int filled;
        private double hertz;
        private boolean started;
        private boolean over;
        private Exception failure;

        SamplePump(InputStreamSound.Opener opener) {
            this.opener = opener;
        }

        /** Someone who takes samples, until it is closed. */
        Taker taker() {
            return new Taker();
        }

        private synchronized void start() {
            if (!started) {
                started = true;
                Thread thread = new Thread(this::pump, "ganglion-stream");
                thread.setDaemon(true);
                thread.start();
            }
        }

        private void pump() {
            try {
                SampleSource source = opener.open();
                double[] next = new double[ResampledSound.blockSamples(source.sampleRateHertz())];
                opened(source.sampleRateHertz(), next.length);
                for (int count = source.read(next, 0, next.length);
                        count >= 0;
                        count = source.read(next, 0, next.length)) {
                    give(next, count);
                }
            } catch (IOException | AudioFormatException | RuntimeException e) {
                fail(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                end();
            }
        }

        private synchronized void opened(double sampleRateHertz, int blockSamples) {
            hertz = sampleRateHertz;
            block = new double[blockSamples];
            notifyAll();
        }

        /** Waits until what was read before is taken: the stream waits too. */
        private synchronized void give(double[] samples, int count) throws InterruptedException {
            while (taken < filled) {
                wait();
            }
            System.arraycopy(samples, 0, block, 0, count);
            taken = 0;
            filled = count;
            notifyAll();
        }

        private synchronized void fail(Exception e) {
            failure = e;
        }

        private synchronized void end() {
            over = true;
            notifyAll();
        }

        /** Takes samples from the stream. */
        final class Taker implements SampleSource {

            private boolean closed;

            /**
             * Waits until the stream is open.
             *
             * @return whether it is; false if it ended, or this was closed, before
             */
            boolean isOpened() throws IOException, AudioFormatException {
                start();
                synchronized (SamplePump.this) {
                    while (!closed && !over && hertz == 0) {
                        await();
                    }
                    if (!closed && hertz == 0) {
                        check();
                    }
                    return !closed && hertz != 0;
                }
            }

            @Override
            public double sampleRateHertz() {
                synchronized (SamplePump.this) {
                    return hertz;
                }
            }

            @Override
            public int read(double[] samples, int offset, int length) throws IOException, AudioFormatException {
                synchronized (SamplePump.this) {
                    while (!closed && !over && taken == filled) {
                        await();
                    }
                    if (closed) {
                        return -1;
                    }
                    if (taken == filled) {
                        check();
                        return -1;
                    }
                    int count = Math.min(length, filled - taken);
                    System.arraycopy(block, taken, samples, offset, count);
                    taken += count;
                    SamplePump.this.notifyAll();
                    return count;
                }
            }

            private void await() throws InterruptedIOException {
                try {
                    SamplePump.this.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("reading was interrupted");
                }
            }

            private void check() throws IOException, AudioFormatException {
                if (failure instanceof IOException e) {
                    throw e;
                } else if (failure instanceof AudioFormatException e) {
                    throw e;
                } else if (failure instanceof RuntimeException e) {
                    throw e;
                }
            }

            @Override
            public int unfinishedBytes() {
                return 0;
            }

            @Override
            public void close() {
                synchronized (SamplePump.this) {
                    closed = true;
                    SamplePump.this.notifyAll();
                }
            }
        }
    }
}
