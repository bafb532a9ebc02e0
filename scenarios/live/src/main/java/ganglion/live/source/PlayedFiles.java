package ganglion.live.source;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.resample.Resampler;
import ganglion.live.source.LiveSound.ArrivingSound;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sound files that are played in turn, without a pause, at the speed of a clock. Each piece is due at a time that follows from the start and the number of samples
 * before it, so that the speed does not drift. All files are decoded and resampled before the first one plays, so that samples are those of a run on the same file.
 *
 * @param files to play, at least one
 * @param speed seconds of sound in a second, above 0; infinite for no wait at all
 */
public record PlayedFiles(List<Path> files, double speed, RealClock clock) implements LiveSound {

    private static final double NANOSECONDS = 1e9;

    /** Samples that become due together, as a share of a second. */
    private static final int PIECES_PER_SECOND = 500;

    public PlayedFiles {
        files = List.copyOf(files);
        if (files.isEmpty() || !(speed > 0)) {
            throw new IllegalArgumentException("found " + files.size() + " files at speed " + speed
                    + ", expected at least one at a speed above 0");
        }
    }

    @Override
    public String title() {
        return files.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", "));
    }

    @Override
    public ArrivingSound open(double earHertz) throws AudioFormatException {
        List<double[]> sounds = new ArrayList<>();
        for (Path file : files) {
            sounds.add(decoded(file, earHertz));
        }
        return new Playing(earHertz, sounds);
    }

    private static double[] decoded(Path file, double earHertz) throws AudioFormatException {
        AudioClip clip;
        try {
            clip = AudioFiles.read(file);
        } catch (AudioFormatException e) {
            throw new AudioFormatException(file + ": " + e.getMessage(), e);
        }
        return clip.sampleRateHertz() == earHertz
                ? clip.samples()
                : Resampler.between(clip.sampleRateHertz(), earHertz).resample(clip.samples());
    }

    /** The files while they play. */
    private final class Playing implements ArrivingSound {

        private final double earHertz;
        private final int piece;
        private final List<double[]> sounds;
        private int file;
        private int next;
        private long given;
        private long startNanoseconds;
        private volatile boolean closed;
        private volatile Thread reader;

        Playing(double earHertz, List<double[]> sounds) {
            this.earHertz = earHertz;
            this.piece = (int) Math.max(1, earHertz / PIECES_PER_SECOND);
            this.sounds = sounds;
        }

        @Override
        public int read(double[] samples, int offset, int length) throws IOException {
            while (file < sounds.size() && next == sounds.get(file).length) {
                file++;
                next = 0;
            }
            if (closed || file == sounds.size()) {
                return -1;
            }
            double[] current = sounds.get(file);
            int count = Math.min(Math.min(length, piece), current.length - next);
            waitFor(count);
            if (closed) {
                return -1;
            }
            System.arraycopy(current, next, samples, offset, count);
            next += count;
            given += count;
            return count;
        }

        private void waitFor(int count) throws InterruptedIOException {
            if (speed == Double.POSITIVE_INFINITY) {
                return;
            }
            reader = Thread.currentThread();
            startNanoseconds = given == 0 ? clock.nanoseconds() : startNanoseconds;
            try {
                clock.waitUntil(startNanoseconds + (long) ((given + count) / earHertz / speed * NANOSECONDS));
            } catch (InterruptedException e) {
                if (!closed) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("playing was interrupted");
                }
            } finally {
                reader = null;
            }
        }

        @Override
        public void close() {
            closed = true;
            Thread waiting = reader;
            if (waiting != null) {
                waiting.interrupt();
            }
        }
    }
}
