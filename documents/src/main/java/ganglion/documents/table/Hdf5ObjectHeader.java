package ganglion.documents.table;

import io.jhdf.checksum.JenkinsLookup3HashLittle;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The header of a group or a data set of an HDF5 file: object headers of version 2, with those messages that are needed. */
final class Hdf5ObjectHeader {

    private static final long UNDEFINED = -1;
    private static final int PREFIX_BYTES = 10;
    private static final int CHECKSUM_BYTES = 4;

    private static final int DATA_SPACE = 0x01;
    private static final int LINK_INFO = 0x02;
    private static final int DATA_TYPE = 0x03;
    private static final int FILL_VALUE = 0x05;
    private static final int LINK = 0x06;
    private static final int LAYOUT = 0x08;
    private static final int GROUP_INFO = 0x0a;

    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    private Hdf5ObjectHeader() {}

    /** A group. @param members address of each member by its name, in ASCII, at most 255 characters */
    static byte[] group(Map<String, Long> members) {
        Hdf5ObjectHeader header = new Hdf5ObjectHeader();
        header.add(LINK_INFO, bytes(18).putShort((short) 0).putLong(UNDEFINED).putLong(UNDEFINED));
        header.add(GROUP_INFO, bytes(2));
        members.forEach((name, address) -> {
            byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
            header.add(
                    LINK,
                    bytes(3 + letters.length + Long.BYTES)
                            .put((byte) 1)
                            .put((byte) 0)
                            .put((byte) letters.length)
                            .put(letters)
                            .putLong(address));
        });
        return header.encoded();
    }

    /**
     * A data set of one dimension. It is a chunk of its own, because PyTables reads lists in chunks only.
     *
     * @param type encoded data type
     * @param elementBytes bytes of an element
     * @param count number of elements, at least 1
     * @param address where they lie
     */
    static byte[] dataSet(byte[] type, int elementBytes, long count, long address) {
        Hdf5ObjectHeader header = new Hdf5ObjectHeader();
        header.add(
                DATA_SPACE,
                bytes(4 + Long.BYTES)
                        .put((byte) 2)
                        .put((byte) 1)
                        .put((byte) 0)
                        .put((byte) 1)
                        .putLong(count));
        header.add(DATA_TYPE, bytes(type.length).put(type));
        // Room is made late, and filled if a value is set, which it is not.
        header.add(FILL_VALUE, bytes(2).put((byte) 3).put((byte) 0x0a));
        header.add(LAYOUT, oneChunk(elementBytes, count, address));
        return header.encoded();
    }

    private static ByteBuffer oneChunk(int elementBytes, long count, long address) {
        return bytes(6 + 3 * Long.BYTES)
                .put((byte) 4)
                .put((byte) 2)
                .put((byte) 0)
                .put((byte) 2) // dimensions, with that of the bytes of an element
                .put((byte) Long.BYTES)
                .putLong(count)
                .putLong(elementBytes)
                .put((byte) 1) // a single chunk
                .putLong(address);
    }

    private static ByteBuffer bytes(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void add(int kind, ByteBuffer content) {
        byte[] start = bytes(4).put((byte) kind)
                .putShort((short) content.capacity())
                .put((byte) 0)
                .array();
        messages.writeBytes(start);
        messages.writeBytes(content.array());
    }

    private byte[] encoded() {
        ByteBuffer header = bytes(PREFIX_BYTES + messages.size() + CHECKSUM_BYTES)
                .put("OHDR".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 2)
                .put((byte) 2) // the size of the messages takes four bytes
                .putInt(messages.size())
                .put(messages.toByteArray());
        header.putInt(JenkinsLookup3HashLittle.hash(ByteBuffer.wrap(header.array(), 0, header.position())));
        return header.array();
    }
}
