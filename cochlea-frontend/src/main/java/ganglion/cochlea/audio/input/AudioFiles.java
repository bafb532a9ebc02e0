package ganglion.cochlea.audio.input;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.AudioLimits;
import ganglion.cochlea.audio.MonoBuffer;
import ganglion.cochlea.audio.flac.FlacDecoder;
import ganglion.cochlea.audio.wave.WaveDecoder;
import ganglion.documents.ReadFault;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;

/**
 * Reads sound files of any supported kind. The kind of a file is recognised by its first bytes, never by its name. {@link
 * AudioLimits} keep a hostile file from filling the memory.
 */
public final class AudioFiles {

    private static final int MAGIC_BYTES = 12;

    private AudioFiles() {}

    /**
     * Reads a sound file; its channels are averaged, its sample rate stays.
     *
     * @param file WAV (8, 16, 24, 32-bit integer, 32 and 64-bit float, plain or extensible), FLAC, AIFF or AU; with their
     *     libraries on the class path also Ogg Vorbis and MP3
     * @throws AudioFormatException if the file is missing, empty, damaged, cut short, not sound, or beyond the limits; the
     *     message is one sentence without the file's name
     */
    public static AudioClip read(Path file) throws AudioFormatException {
        checkReadable(file);
        try {
            return decode(file, magic(file));
        } catch (EOFException e) {
            throw new AudioFormatException("the file is cut short: it ends within a header", e);
        } catch (AccessDeniedException e) {
            throw new AudioFormatException("the file may not be read: permission denied", e);
        } catch (IOException e) {
            throw new AudioFormatException("the file cannot be read: " + ReadFault.reason(e), e);
        }
    }

    private static AudioClip decode(Path file, String magic) throws IOException, AudioFormatException {
        if (magic.startsWith("RIFF") && magic.startsWith("WAVE", 8)) {
            return WaveDecoder.decode(file);
        } else if (magic.startsWith("fLaC")) {
            return FlacDecoder.decode(file);
        } else if (magic.startsWith("FORM") && magic.startsWith("AIF", 8) || magic.startsWith(".snd")) {
            return WatchedDecoding.decode(() -> JavaSoundDecoder.decode(file), WatchedDecoding.limit(Files.size(file)));
        } else if (magic.startsWith("OggS")) {
            return withLibrary(
                    "Ogg Vorbis", "com.github.stephengold:j-ogg-vorbis", file, () -> VorbisDecoder.decode(file));
        } else if (magic.startsWith("ID3") || startsWithMpegFrame(magic)) {
            return withLibrary("MP3", "com.googlecode.soundlibs:jlayer", file, () -> Mp3Decoder.decode(file));
        }
        throw new AudioFormatException("not a sound file of a known kind: it starts with "
                + AudioFormatException.printable(magic.substring(0, Math.min(4, magic.length())))
                + ", expected WAV (RIFF), FLAC (fLaC), AIFF (FORM), AU (.snd), Ogg Vorbis (OggS) or MP3");
    }

    /** Eleven bits of synchronisation, then a version and a layer that are not the reserved ones. */
    private static boolean startsWithMpegFrame(String magic) {
        return magic.length() >= 2
                && magic.charAt(0) == 0xff
                && (magic.charAt(1) & 0xe0) == 0xe0
                && (magic.charAt(1) & 0x18) != 0x08
                && (magic.charAt(1) & 0x06) != 0;
    }

    private static AudioClip withLibrary(String kind, String library, Path file, WatchedDecoding.Decoding decoding)
            throws IOException, AudioFormatException {
        try {
            return WatchedDecoding.decode(decoding, WatchedDecoding.limit(Files.size(file)));
        } catch (NoClassDefFoundError e) {
            throw new AudioFormatException(
                    "reading " + kind + " needs the library " + library + " on the class path", e);
        }
    }

    private static void checkReadable(Path file) throws AudioFormatException {
        if (!Files.exists(file)) {
            throw new AudioFormatException("no such file, expected a sound file");
        }
        if (!Files.isRegularFile(file)) {
            throw new AudioFormatException("not a regular file, expected a sound file");
        }
    }

    private static String magic(Path file) throws IOException, AudioFormatException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(MAGIC_BYTES);
            if (start.length == 0) {
                throw new AudioFormatException("the file is empty, expected a sound file");
            }
            return new String(start, StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * Decodes MPEG audio (MP3) with JLayer, the only pure Java decoder. The silence that encoders add at both ends stays. The
     * format gives neither the length of a file nor a checksum of its frames, so a damaged file may decode to wrong samples.
     */
    private static final class Mp3Decoder {

        private static final double FULL_SCALE = 0x1p15;

        private Mp3Decoder() {}

        static AudioClip decode(Path file) throws IOException, AudioFormatException {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                Bitstream frames = new Bitstream(in);
                Decoder decoder = new Decoder();
                MonoBuffer mono = new MonoBuffer(MonoBuffer.UNKNOWN_LENGTH, AudioLimits.MOST_FRAMES);
                int rateHertz = 0;
                for (Header header = frames.readFrame(); header != null; header = frames.readFrame()) {
                    SampleBuffer samples = (SampleBuffer) decoder.decodeFrame(header, frames);
                    if (rateHertz != 0 && samples.getSampleFrequency() != rateHertz) {
                        throw new AudioFormatException("the MP3 file changes its sample rate to "
                                + samples.getSampleFrequency() + " Hz, expected " + rateHertz + " Hz as before");
                    }
                    rateHertz = samples.getSampleFrequency();
                    AudioLimits.checkHeader(rateHertz, samples.getChannelCount(), 0);
                    add(samples, mono);
                    frames.closeFrame();
                }
                return new AudioClip(mono.samples(), rateHertz);
            } catch (JavaLayerException | RuntimeException e) {
                // The library does not check its input.
                throw new AudioFormatException("the MP3 stream is damaged, or not one of MPEG audio layer 1 to 3", e);
            }
        }

        private static void add(SampleBuffer samples, MonoBuffer mono) throws AudioFormatException {
            short[] values = samples.getBuffer();
            int channels = samples.getChannelCount();
            for (int i = 0; i + channels <= samples.getBufferLength(); i += channels) {
                int sum = 0;
                for (int channel = 0; channel < channels; channel++) {
                    sum += values[i + channel];
                }
                mono.add(sum / (channels * FULL_SCALE));
            }
        }
    }

    /**
     * Runs decoders that are not ours, in a thread of their own and with a limit of time: bytes that they do not expect may
     * keep them waiting for ever.
     */
    static final class WatchedDecoding {

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
}
