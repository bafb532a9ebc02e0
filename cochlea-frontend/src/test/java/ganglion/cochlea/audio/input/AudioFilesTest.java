package ganglion.cochlea.audio.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AudioFilesTest {

    @Test
    void comesFromAFileAtTheFilesOwnRate() throws Exception {
        Path file = Path.of(getClass()
                .getResource("/ganglion/cochlea/audio/stereo-24-bit-44-khz.flac")
                .toURI());

        AudioClip clip = AudioFiles.read(file);

        assertEquals(44_100, clip.sampleRateHertz());
        assertEquals(3_000, clip.samples().length);
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        assertEquals(
                "no such file, expected a sound file",
                assertThrows(AudioFormatException.class, () -> AudioFiles.read(Path.of("no-such-file.wav")))
                        .getMessage());
    }
}
