package ganglion.cochlea.audio.input;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs decoders that are not ours, in a thread of their own and with a limit of time: bytes that they do not expect may
 * keep them waiting for ever.
 */
final class WatchedDecoding {

    /** Even the start of a decoder's classes on a busy machine takes far less. */
    private static final Duration LEAST = Duration.ofSeconds(30);

    /**
     * Bytes per further second. The decoders take some milliseconds for as many, even at the lowest bit rates.
     */
    private static final long BYTES_PER_SECOND = 1 << 16;

    /** A decoder at work. */
    @FunctionalInterface
    interface Decoding {
        AudioClip decode() throws IOException, AudioFormatException;
    }

    private WatchedDecoding() {}

    /** The time that a file of a size may take. */
    static Duration limit(long fileBytes) {
        return LEAST.plusSeconds(fileBytes / BYTES_PER_SECOND);
    }

    /**
     * Runs a decoder.
     *
     * @throws AudioFormatException if it refuses the file, or has not come to an end within the limit
     */
    static AudioClip decode(Decoding decoding, Duration limit) throws IOException, AudioFormatException {
        FutureTask<AudioClip> task = new FutureTask<>(decoding::decode);
        Thread thread = new Thread(task, "decoder");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new AudioFormatException(
                    "the file is damaged: its decoder came to no end within " + limit.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new AudioFormatException("reading the file was interrupted", e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    private static AudioFormatException rethrown(Throwable cause) throws IOException {
        if (cause instanceof IOException e) {
            throw e;
        } else if (cause instanceof RuntimeException e) {
            throw e;
        } else if (cause instanceof Error e) {
            throw e;
        }
        return (AudioFormatException) cause;
    }
}
