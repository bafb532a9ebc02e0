package ganglion.report.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Event files, read by a reader of the published formats that shares nothing with the writer. */
class EventFileTest {

    @TempDir
    private Path folder;

    /** CRC-32C bit by bit, from its reversed polynomial. */
    private static int checksum(byte[] data) {
        int crc = ~0;
        for (byte each : data) {
            crc ^= each & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 1 ? crc >>> 1 ^ 0x82F63B78 : crc >>> 1;
            }
        }
        return ~crc;
    }

    private static int masked(byte[] data) {
        int crc = checksum(data);
        return (crc >>> 15 | crc << 17) + 0xa282ead8;
    }

    private static List<byte[]> records(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<byte[]> records = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] length = new byte[8];
            bytes.get(length);
            assertEquals(masked(length), bytes.getInt(), "checksum of the length");
            byte[] data = new byte
                    [(int) ByteBuffer.wrap(length)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getLong()];
            bytes.get(data);
            assertEquals(masked(data), bytes.getInt(), "checksum of the data");
            records.add(data);
        }
        return records;
    }

    /** The fields of a protocol buffer, by number; of repeated ones all. */
    private static Map<Integer, List<Object>> fields(byte[] message) {
        ByteBuffer bytes = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        Map<Integer, List<Object>> fields = new TreeMap<>();
        while (bytes.hasRemaining()) {
            long key = varint(bytes);
            Object value = switch ((int) (key & 7)) {
                case 0 -> varint(bytes);
                case 1 -> bytes.getDouble();
                case 2 -> {
                    byte[] content = new byte[(int) varint(bytes)];
                    bytes.get(content);
                    yield content;
                }
                case 5 -> bytes.getFloat();
                default -> throw new AssertionError("wire type of " + key);
            };
            fields.computeIfAbsent((int) (key >> 3), field -> new ArrayList<>()).add(value);
        }
        return fields;
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static Map<String, Float> scalars(byte[] record) {
        Map<String, Float> scalars = new TreeMap<>();
        for (Object value : fields((byte[]) fields(record).get(5).get(0)).get(1)) {
            Map<Integer, List<Object>> scalar = fields((byte[]) value);
            scalars.put(text(scalar.get(1).get(0)), (Float) scalar.get(2).get(0));
        }
        return scalars;
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }

    @Test
    void theCheckValueOfTheChecksumIsThePublishedOne() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);

        assertEquals(0xE3069283, checksum(digits));
        assertEquals(masked(digits), EventFile.maskedChecksum(digits));
    }

    @Test
    void anotherReaderFindsVersionStepsAndScalars() throws IOException {
        Path file = folder.resolve("events");
        try (EventFile events = new EventFile(file, 12.5)) {
            events.write(13.25, 1, Map.of("loss/training", 0.75));
            events.write(14.0, 300, new TreeMap<>(Map.of("loss/training", 0.5, "größe", -2.0)));
        }

        List<byte[]> records = records(file);
        assertEquals(3, records.size());
        assertEquals("brain.Event:2", text(fields(records.get(0)).get(3).get(0)));
        assertEquals(12.5, fields(records.get(0)).get(1).get(0));
        assertEquals(13.25, fields(records.get(1)).get(1).get(0));
        assertEquals(300L, fields(records.get(2)).get(2).get(0));
        assertEquals(Map.of("loss/training", 0.75F), scalars(records.get(1)));
        assertEquals(Map.of("loss/training", 0.5F, "größe", -2F), scalars(records.get(2)));
        assertThrows(FileAlreadyExistsException.class, () -> new EventFile(file, 1), "an earlier training stays");
    }

    @Test
    void anEpochOfAResultIsASetOfScalars() throws IOException {
        String epoch = """
                {"epoch": 2, "learningRate": 0.5, "trainingLoss": 0.25, "trainingAccuracy": 1.0, "meanGradientNorm": null,
                 "layers": [{"layer": 1, "neurons": 4, "spikesPerNeuronAndStep": 0.125, "deadNeurons": 3},
                            {"layer": 3, "neurons": 2}]}
                """;
        try (TensorBoardEvents events = new TensorBoardEvents(folder.resolve("flute"), Instant.ofEpochMilli(1234))) {
            events.write("seed-1", Instant.ofEpochMilli(5500), new ObjectMapper().readTree(epoch));
        }

        List<byte[]> records = records(folder.resolve("flute/seed-1/events.out.tfevents.1234.ganglion"));
        assertEquals(5.5, fields(records.get(1)).get(1).get(0));
        assertEquals(2L, fields(records.get(1)).get(2).get(0));
        assertEquals(
                Map.of(
                        "accuracy/training", 1F,
                        "dead-neurons/layer-1", 3F,
                        "learning-rate", 0.5F,
                        "loss/training", 0.25F,
                        "spikes-per-step/layer-1", 0.125F),
                scalars(records.get(1)));
    }
}
