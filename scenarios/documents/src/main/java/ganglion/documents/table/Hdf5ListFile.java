package ganglion.documents.table;

import io.jhdf.checksum.JenkinsLookup3HashLittle;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * Writes HDF5 files with lists of numbers of different lengths, which jHDF reads and does not write. What is put in goes to the
 * file at once; each method gives the address of what it wrote, by which a group names its members. {@link #finish} makes it a
 * file. A data set has at least one element.
 *
 * <p>Source: HDF5 File Format Specification Version 3.0 (The HDF Group); superblock of version 2, lists in global heaps.
 */
public final class Hdf5ListFile implements Closeable {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final int SUPERBLOCK_BYTES = 48;
    private static final int ALIGNMENT = 8;
    private static final int HEAP_HEADER_BYTES = 16;
    private static final int SMALLEST_HEAP = 4096;
    private static final int REFERENCE_BYTES = 16;
    private static final byte UTF_8 = 0x11;

    private final FileChannel channel;
    private long end = SUPERBLOCK_BYTES;

    /** @param file does not exist yet */
    public Hdf5ListFile(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /**
     * A list in the file.
     *
     * @param length number of its numbers
     * @param heap address of the heap that holds it
     * @param number its number in the heap, from 1 on
     */
    public record Reference(int length, long heap, int number) {}

    /**
     * Writes two lists of equal length into one heap.
     *
     * @throws IllegalArgumentException if a number is out of the range of its type
     */
    public List<Reference> putLists(Hdf5Number firstType, double[] first, Hdf5Number secondType, double[] second)
            throws IOException {
        byte[] one = firstType.bytes(first);
        byte[] two = secondType.bytes(second);
        int used = HEAP_HEADER_BYTES + 2 * HEAP_HEADER_BYTES + aligned(one.length) + aligned(two.length);
        int size = Math.max(SMALLEST_HEAP, used);
        ByteBuffer heap = bytes(size).put("GCOL".getBytes(StandardCharsets.US_ASCII));
        heap.put((byte) 1).position(ALIGNMENT);
        heap.putLong(size);
        putInHeap(heap, 1, one);
        putInHeap(heap, 2, two);
        if (size - used >= HEAP_HEADER_BYTES) {
            heap.putLong(0).putLong(size - used);
        }
        long address = append(heap.array());
        return List.of(new Reference(first.length, address, 1), new Reference(second.length, address, 2));
    }

    private static void putInHeap(ByteBuffer heap, int number, byte[] content) {
        heap.putShort((short) number).putShort((short) 1).putInt(0).putLong(content.length);
        heap.put(content).position(aligned(heap.position()));
    }

    /** Writes a data set with a list in each element. */
    public long putLists(Hdf5Number type, List<Reference> lists) throws IOException {
        ByteBuffer references = bytes(REFERENCE_BYTES * lists.size());
        for (Reference list : lists) {
            boolean empty = list.length == 0;
            references.putInt(list.length).putLong(empty ? 0 : list.heap).putInt(empty ? 0 : list.number);
        }
        byte[] base = type.dataType();
        byte[] listType = bytes(ALIGNMENT + base.length)
                .putInt(0x19)
                .putInt(REFERENCE_BYTES)
                .put(base)
                .array();
        return putDataSet(listType, lists.size(), references.array());
    }

    /**
     * Writes a data set of numbers.
     *
     * @throws IllegalArgumentException if a number is out of the range of its type
     */
    public long putNumbers(Hdf5Number type, double[] numbers) throws IOException {
        return putDataSet(type.dataType(), numbers.length, type.bytes(numbers));
    }

    /** Writes a data set of texts, in UTF-8, each with the bytes of the longest. */
    public long putTexts(List<String> texts) throws IOException {
        List<byte[]> encoded = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        int longest =
                Math.max(1, encoded.stream().mapToInt(text -> text.length).max().orElse(0));
        ByteBuffer content = bytes(longest * encoded.size());
        for (int i = 0; i < encoded.size(); i++) {
            content.position(i * longest).put(encoded.get(i));
        }
        byte[] type = bytes(ALIGNMENT)
                .put((byte) 0x13)
                .put(UTF_8)
                .putShort((short) 0)
                .putInt(longest)
                .array();
        return putDataSet(type, encoded.size(), content.array());
    }

    /** Writes a group. @param members address of each member, by its name */
    public long putGroup(Map<String, Long> members) throws IOException {
        return append(Hdf5ObjectHeader.group(members));
    }

    private long putDataSet(byte[] type, int count, byte[] content) throws IOException {
        if (count == 0) {
            throw new IllegalArgumentException("found no element, expected at least one");
        }
        long address = append(content);
        return append(Hdf5ObjectHeader.dataSet(type, content.length / count, count, address));
    }

    /** Makes the file complete. @param root address of the group that holds all others */
    public void finish(long root) throws IOException {
        ByteBuffer superblock = bytes(SUPERBLOCK_BYTES)
                .put(SIGNATURE)
                .put((byte) 2)
                .put((byte) Long.BYTES)
                .put((byte) Long.BYTES)
                .put((byte) 0)
                .putLong(0)
                .putLong(-1)
                .putLong(end)
                .putLong(root);
        superblock.putInt(JenkinsLookup3HashLittle.hash(ByteBuffer.wrap(superblock.array(), 0, superblock.position())));
        write(superblock.array(), 0);
    }

    private long append(byte[] content) throws IOException {
        long address = end;
        write(content, address);
        end = address + aligned(content.length);
        if (end > address + content.length) {
            // The end that the superblock names must be within the file.
            write(new byte[(int) (end - address - content.length)], address + content.length);
        }
        return address;
    }

    private void write(byte[] content, long address) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(content);
        while (left.hasRemaining()) {
            channel.write(left, address + left.position());
        }
    }

    private static ByteBuffer bytes(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int aligned(int size) {
        return size + ALIGNMENT - 1 & -ALIGNMENT;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** The header of a group or a data set of an HDF5 file: object headers of version 2, with those messages that are needed. */
    private static final class Hdf5ObjectHeader {

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
            header.add(
                    LINK_INFO, bytes(18).putShort((short) 0).putLong(UNDEFINED).putLong(UNDEFINED));
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

    /** A type of numbers that {@link Hdf5ListFile} writes; each takes two bytes. */
    public enum Hdf5Number {
        /** Half precision (IEEE 754 binary16), numbers from 0 to 65504; others are rounded to the nearest, of two such to the even one. */
        HALF(new byte[] {0x11, 0x20, 0x0f, 0, 2, 0, 0, 0, 0, 0, 16, 0, 10, 5, 0, 10, 15, 0, 0, 0}) {
            @Override
            short encoded(double value) {
                if (value < SMALLEST_NORMAL) {
                    return (short) Math.rint(value * UNITS_PER_SUBNORMAL);
                }
                int exponent = Math.getExponent(value);
                int significand = (int) Math.rint(Math.scalb(value, SIGNIFICAND_BITS - exponent));
                // A significand that is rounded up to the next power of two makes the exponent one larger, as it
                // should.
                return (short) ((exponent + EXPONENT_BIAS - 1 << SIGNIFICAND_BITS) + significand);
            }
        },
        /** Whole numbers from 0 to 65535. */
        UNSIGNED_SHORT(new byte[] {0x10, 0, 0, 0, 2, 0, 0, 0, 0, 0, 16, 0}) {
            @Override
            short encoded(double value) {
                return (short) (int) value;
            }
        };

        private static final double SMALLEST_NORMAL = 0x1p-14;
        private static final double UNITS_PER_SUBNORMAL = 0x1p24;
        private static final int SIGNIFICAND_BITS = 10;
        private static final int EXPONENT_BIAS = 15;
        private static final double LARGEST_HALF = 65504;
        private static final double LARGEST_SHORT = 65535;

        private final byte[] dataType;

        Hdf5Number(byte[] dataType) {
            this.dataType = dataType;
        }

        /** The message of the data type in a file. */
        byte[] dataType() {
            return dataType.clone();
        }

        /** The bits of a number within the range. */
        abstract short encoded(double value);

        /** @throws IllegalArgumentException if a number is out of the range */
        byte[] bytes(double[] values) {
            ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
            for (double value : values) {
                boolean fits = this == HALF
                        ? value >= 0 && value <= LARGEST_HALF
                        : value >= 0 && value <= LARGEST_SHORT && value == Math.rint(value);
                if (!fits) {
                    throw new IllegalArgumentException("found " + value + ", expected "
                            + (this == HALF ? "a number from 0 to 65504" : "a whole number from 0 to 65535"));
                }
                bytes.putShort(encoded(value));
            }
            return bytes.array();
        }
    }
}
