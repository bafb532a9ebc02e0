package ganglion.cochlea.audio.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ogg Vorbis and MP3, which are lossy: tones are compared by their power. */
class CompressedAudioTest {

    private static final String VORBIS = "tone-440-hz-mono-16-khz.ogg";
    private static final String MP3 = "tone-440-hz-mono-16-khz.mp3";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {VORBIS, MP3})
    void aToneIsStillThere(String name) throws Exception {
        AudioClip audio = AudioFiles.read(copy(name));

        assertEquals(16_000, audio.sampleRateHertz());
        assertEquals(0.5, amplitude(audio, 440), 0.03);
        assertEquals(0, amplitude(audio, 1000), 0.01);
    }

    @ParameterizedTest
    @CsvSource({"tones-stereo-44-khz.ogg, 44100", "tones-stereo-32-khz-tagged.mp3, 32000"})
    void channelsAreMixed(String name, double rateHertz) throws Exception {
        AudioClip audio = AudioFiles.read(copy(name));

        assertEquals(rateHertz, audio.sampleRateHertz());
        assertEquals(0.25, amplitude(audio, 440), 0.02);
        assertEquals(0.25, amplitude(audio, 1000), 0.02);
    }

    @Test
    void vorbisHasTheLengthOfTheOriginal() throws Exception {
        assertEquals(8_000, AudioFiles.read(copy(VORBIS)).samples().length);
        assertEquals(13_230, AudioFiles.read(copy("tones-stereo-44-khz.ogg")).samples().length);
    }

    @Test
    void mp3LastsAsLongAsItsFrames() throws Exception {
        int samples = AudioFiles.read(copy(MP3)).samples().length;

        assertEquals(0, samples % 576);
        assertTrue(samples >= 8_000 && samples < 8_000 + 4 * 576, samples + " samples");
    }

    /** Whatever strangers' bytes do within the libraries, the caller sees samples or one sentence. */
    @ParameterizedTest
    @ValueSource(strings = {VORBIS, MP3})
    void damageIsSurvived(String name) throws Exception {
        byte[] whole = Files.readAllBytes(copy(name));
        SplittableRandom random = new SplittableRandom(4);
        int refused = 0;
        for (int round = 0; round < 60; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 10; i++) {
                damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("damaged"), damaged);
            try {
                assertTrue(AudioFiles.read(file).samples().length > 0);
            } catch (AudioFormatException e) {
                refused++;
            }
        }
        // Each page of an Ogg file has a checksum, frames of MP3 files need not have one.
        assertTrue(refused == 60 || name.equals(MP3), refused + " refused");
    }

    @Test
    void nothingIsWrittenToStandardOutput() throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true));
        try {
            AudioFiles.read(copy(VORBIS));
            AudioFiles.read(copy(MP3));
            assertThrows(AudioFormatException.class, () -> AudioFiles.read(auHeaderOnly()));
            assertThrows(AudioFormatException.class, () -> AudioFiles.read(withGarbageAtTheEnd(VORBIS)));
        } finally {
            System.setOut(before);
        }

        assertEquals("", written.toString());
    }

    @ParameterizedTest
    @CsvSource({
        VORBIS + ", reading Ogg Vorbis needs the library com.github.stephengold:j-ogg-vorbis on the class path",
        MP3 + ", reading MP3 needs the library com.googlecode.soundlibs:jlayer on the class path"
    })
    void namesTheLibraryThatIsMissing(String name, String message) throws Exception {
        URL classes = AudioFiles.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader withoutLibraries =
                new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Class<?> decoder = withoutLibraries.loadClass(AudioFiles.class.getName());

            Throwable thrown = assertThrows(
                            InvocationTargetException.class,
                            () -> decoder.getMethod("read", Path.class).invoke(null, copy(name)))
                    .getCause();

            assertEquals(message, thrown.getMessage());
        }
    }

    private Path auHeaderOnly() throws Exception {
        return Files.write(folder.resolve("sound.au"), ".snd then nothing of use".getBytes());
    }

    private Path withGarbageAtTheEnd(String name) throws Exception {
        Path file = copy(name);
        return Files.write(file, new byte[100], StandardOpenOption.APPEND);
    }

    private Path copy(String name) throws Exception {
        Path file = folder.resolve(name);
        try (InputStream in = CompressedAudioTest.class.getResourceAsStream("/ganglion/cochlea/audio/" + name)) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    /** Amplitude of a tone in the middle of the sound. */
    private static double amplitude(AudioClip audio, double hertz) {
        double[] samples = audio.samples();
        int from = samples.length / 4;
        int until = 3 * samples.length / 4;
        double cosine = 0;
        double sine = 0;
        for (int k = from; k < until; k++) {
            double angle = 2 * Math.PI * hertz * k / audio.sampleRateHertz();
            // A Hann window, so that other tones do not leak in.
            double weight = 1 - Math.cos(2 * Math.PI * (k - from) / (until - from));
            cosine += weight * samples[k] * Math.cos(angle);
            sine += weight * samples[k] * Math.sin(angle);
        }
        return 2 * Math.hypot(cosine, sine) / (until - from);
    }
}
