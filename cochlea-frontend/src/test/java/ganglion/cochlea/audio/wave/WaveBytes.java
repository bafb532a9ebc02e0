package ganglion.cochlea.audio.wave;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Builds WAV files chunk by chunk, right or wrong. */
public final class WaveBytes {

    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

    /** A "fmt " chunk of 16 bytes whose frame size fits its channels and bits. */
    public WaveBytes format(int code, int channels, long rateHertz, int bits) {
        return chunk("fmt ", formatBytes(code, channels, rateHertz, bits).array());
    }

    /** A WAVE_FORMAT_EXTENSIBLE "fmt " chunk with the given sub-format. */
    WaveBytes extensibleFormat(int code, int channels, long rateHertz, int bits) {
        ByteBuffer plain = formatBytes(0xfffe, channels, rateHertz, bits);
        ByteBuffer extended = littleEndian(40).put(plain.array());
        extended.putShort((short) 22).putShort((short) bits).putInt(0).putShort((short) code);
        extended.put(new byte[] {0, 0, 0, 0, 16, 0, (byte) 128, 0, 0, (byte) 170, 0, 56, (byte) 155, 113});
        return chunk("fmt ", extended.array());
    }

    public WaveBytes chunk(String name, byte[] content) {
        chunk(name, content.length, content);
        if (content.length % 2 != 0) {
            chunks.write(0);
        }
        return this;
    }

    /** A chunk whose header claims a length that may be a lie. */
    public WaveBytes chunk(String name, long claimedBytes, byte[] content) {
        chunks.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
        chunks.writeBytes(littleEndian(4).putInt((int) claimedBytes).array());
        chunks.writeBytes(content);
        return this;
    }

    public Path write(Path folder) throws java.io.IOException {
        byte[] body = chunks.toByteArray();
        ByteBuffer file = littleEndian(12 + body.length);
        file.put(ascii("RIFF")).putInt(4 + body.length).put(ascii("WAVE")).put(body);
        return Files.write(folder.resolve(UUID.randomUUID() + ".wav"), file.array());
    }

    public static byte[] shorts(int... values) {
        ByteBuffer bytes = littleEndian(2 * values.length);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    public static byte[] floats(float... values) {
        ByteBuffer bytes = littleEndian(4 * values.length);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer formatBytes(int code, int channels, long rateHertz, int bits) {
        int frameBytes = channels * ((bits + 7) / 8);
        return littleEndian(16)
                .putShort((short) code)
                .putShort((short) channels)
                .putInt((int) rateHertz)
                .putInt((int) (rateHertz * frameBytes))
                .putShort((short) frameBytes)
                .putShort((short) bits);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
