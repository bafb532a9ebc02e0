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
    void theFirstBrokenFileIsRefused() throws Exception {
        List<SoundFile> sounds = List.of(
                new SoundFile(sound(1), ""), new SoundFile(broken(), ""), new SoundFile(folder.resolve("absent"), ""));
        List<SoundFile> read = new ArrayList<>();

        String message = assertThrows(
                        DataSetException.class, () -> SoundReader.read(sounds, (sound, clip) -> read.add(sound)))
                .getMessage();

        assertEquals(folder.resolve("broken.wav") + ": the file is empty, expected a sound file", message);
        assertEquals(1, read.size());
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
