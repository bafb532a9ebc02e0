package ganglion.cochlea.audio.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.wave.WaveBytes;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSoundDecoderTest {

    @TempDir
    Path folder;

    @Test
    void readsStereoAiff() throws Exception {
        Path file = write(AudioFileFormat.Type.AIFF, WaveBytes.shorts(16384, 0, -32768, 0));

        AudioClip audio = AudioFiles.read(file);

        assertArrayEquals(new double[] {0.25, -0.5}, audio.samples());
        assertEquals(22_050, audio.sampleRateHertz());
    }

    @Test
    void readsStereoAu() throws Exception {
        Path file = write(AudioFileFormat.Type.AU, WaveBytes.shorts(16384, 0, -32768, 0));

        assertArrayEquals(new double[] {0.25, -0.5}, AudioFiles.read(file).samples());
    }

    @Test
    void refusesAnAiffThatIsCutShort() throws Exception {
        Path file = write(AudioFileFormat.Type.AIFF, new byte[4000]);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 400));

        assertEquals(
                "the file is cut short: it holds 900 samples per channel, its header promises 1000",
                assertThrows(AudioFormatException.class, () -> AudioFiles.read(file))
                        .getMessage());
    }

    private Path write(AudioFileFormat.Type type, byte[] samples) throws Exception {
        AudioFormat format = new AudioFormat(22_050, 16, 2, true, false);
        AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 4);
        Path file = folder.resolve("sound");
        AudioSystem.write(stream, type, file.toFile());
        return file;
    }
}
