package ganglion.cochlea.audio.input;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.VorbisDecoder.OggPages;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OggPagesTest {

    @TempDir
    Path folder;

    private byte[] whole;

    @BeforeEach
    void readTheWholeFile() throws Exception {
        try (InputStream in =
                OggPagesTest.class.getResourceAsStream("/ganglion/cochlea/audio/tone-440-hz-mono-16-khz.ogg")) {
            whole = in.readAllBytes();
        }
    }

    @Test
    void aFileAsTheEncoderWroteItIsFine() throws Exception {
        Path file = file(whole);

        assertDoesNotThrow(() -> OggPages.check(file));
    }

    @Test
    void filesMayBeChained() throws Exception {
        byte[] twice = Arrays.copyOf(whole, 2 * whole.length);
        System.arraycopy(whole, 0, twice, whole.length, whole.length);
        Path file = file(twice);

        assertDoesNotThrow(() -> OggPages.check(file));
    }

    @Test
    void everyFlippedBitIsNoticed() throws Exception {
        for (int at = 0; at < whole.length; at += 37) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            Path file = file(flipped);
            assertThrows(AudioFormatException.class, () -> OggPages.check(file), "byte " + at);
        }
    }

    @Test
    void everyCutWithinAPageIsNoticed() throws Exception {
        int whole = this.whole.length;
        for (int length : new int[] {1, 4, 26, 27, 28, 57, whole - 1, whole - 1000}) {
            Path file = file(Arrays.copyOf(this.whole, length));
            assertThrows(AudioFormatException.class, () -> OggPages.check(file), length + " bytes");
        }
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        byte[] damaged = whole.clone();
        damaged[40]++;

        assertEquals("the Ogg file is damaged: page 0 has a wrong checksum", messageFor(damaged));
        assertEquals(
                "the Ogg file is cut short: it ends within a page", messageFor(Arrays.copyOf(whole, whole.length - 1)));
        // After the first page of 58 bytes.
        damaged = whole.clone();
        damaged[58] = 'X';
        assertEquals("the Ogg file is damaged: page 1 does not start with OggS", messageFor(damaged));
    }

    /** The first page has another serial number, with a right checksum: its stream has no second page. */
    @Test
    void aPageOfAStreamThatNeverBeganIsNoticed() throws Exception {
        try (InputStream in = OggPagesTest.class.getResourceAsStream("/ganglion/cochlea/audio/other-serial.ogg")) {
            assertEquals(
                    "the Ogg file is damaged: page 1 continues the stream 1966077047, which no page begins",
                    messageFor(in.readAllBytes()));
        }
    }

    private String messageFor(byte[] bytes) throws Exception {
        Path file = file(bytes);
        return assertThrows(AudioFormatException.class, () -> OggPages.check(file))
                .getMessage();
    }

    private Path file(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("sound.ogg"), bytes);
    }
}
