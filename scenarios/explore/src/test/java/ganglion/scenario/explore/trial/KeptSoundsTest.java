package ganglion.scenario.explore.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.audio.wave.WaveWriter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSoundsTest {

    private static final int SAMPLES = 100;

    @TempDir
    private Path folder;

    private Path sound(String name) throws IOException {
        Path file = folder.resolve(name);
        try (WaveWriter out = new WaveWriter(file, 8000, 1, SAMPLES)) {
            for (int i = 0; i < SAMPLES; i++) {
                out.write(i / 200.0);
            }
        }
        return file;
    }

    @Test
    void aSoundIsReadOnceWhileThereIsRoom() throws Exception {
        KeptSounds sounds = new KeptSounds(SAMPLES * 8L + 10);
        Path first = sound("first.wav");
        Path second = sound("second.wav");

        AudioClip read = sounds.read(first);
        assertArrayEquals(AudioFiles.read(first).samples(), read.samples());
        assertSame(read, sounds.read(first));
        assertNotSame(sounds.read(second), sounds.read(second));
        assertSame(read, sounds.read(first));
    }

    @Test
    void whatCannotBeReadIsToldAsEver() {
        Path none = folder.resolve("none.wav");
        String told = assertThrows(AudioFormatException.class, () -> AudioFiles.read(none))
                .getMessage();

        assertEquals(
                told,
                assertThrows(AudioFormatException.class, () -> new KeptSounds(9).read(none))
                        .getMessage());
    }
}
