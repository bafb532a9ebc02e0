package ganglion.cochlea.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundReaderTest {

    @TempDir
    Path folder;

    @Test
    void oneBrokenFileAmongAThousandIsNamedAndSkipped() throws Exception {
        List<SoundFile> sounds = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            sounds.add(new SoundFile(i == 567 ? broken() : sound(i), "label " + i));
        }
        List<String> read = new ArrayList<>();

        List<SoundReader.Broken> broken = SoundReader.read(sounds, true, (sound, clip) -> {
            assertEquals(1 + Integer.parseInt(sound.label().substring(6)) % 7, clip.samples().length);
            read.add(sound.label());
        });

        assertEquals(999, read.size());
        assertEquals("label 568", read.get(567));
        assertEquals(1, broken.size());
        assertEquals(
                folder.resolve("broken.wav") + ": the file is empty, expected a sound file",
                broken.get(0).oneLine());
    }

    @Test
    void theFirstBrokenFileIsRefusedOtherwise() throws Exception {
        List<SoundFile> sounds = List.of(
                new SoundFile(sound(1), ""), new SoundFile(broken(), ""), new SoundFile(folder.resolve("absent"), ""));
        List<SoundFile> read = new ArrayList<>();

        String message = assertThrows(
                        DataSetException.class, () -> SoundReader.read(sounds, false, (sound, clip) -> read.add(sound)))
                .getMessage();

        assertEquals(folder.resolve("broken.wav") + ": the file is empty, expected a sound file", message);
        assertEquals(1, read.size());
    }

    @Test
    void nothingButBrokenFilesIsRefusedInAnyCase() throws Exception {
        List<SoundFile> sounds = List.of(new SoundFile(broken(), ""), new SoundFile(folder.resolve("absent"), ""));

        String message = assertThrows(DataSetException.class, () -> SoundReader.read(sounds, true, (sound, clip) -> {}))
                .getMessage();

        assertEquals(
                folder.resolve("broken.wav")
                        + ": none of the 2 sounds can be read; the first: the file is empty, expected a sound file",
                message);
    }

    @Test
    void noSoundsAreNoError() throws Exception {
        assertEquals(List.of(), SoundReader.read(List.of(), false, (sound, clip) -> {}));
    }

    private Path broken() throws Exception {
        return Files.write(folder.resolve("broken.wav"), new byte[0]);
    }

    private Path sound(int number) throws Exception {
        int dataBytes = 1 + number % 7;
        ByteBuffer wave = ByteBuffer.allocate(44 + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        wave.put("RIFF".getBytes())
                .putInt(36 + dataBytes)
                .put("WAVEfmt ".getBytes())
                .putInt(16);
        wave.putShort((short) 1).putShort((short) 1).putInt(16_000).putInt(16_000);
        wave.putShort((short) 1).putShort((short) 8).put("data".getBytes()).putInt(dataBytes);
        return Files.write(folder.resolve(number + ".wav"), wave.array());
    }
}
