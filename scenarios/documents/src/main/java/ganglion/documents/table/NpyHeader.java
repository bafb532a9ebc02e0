package ganglion.documents.table;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an NPY file says about its numbers. The header is a Python dictionary; its three keys are picked out by pattern and
 * nothing of it is evaluated.
 */
record NpyHeader(NpyNumber number, ByteOrder order, boolean columnMajor, int[] shape) {

    /** Bytes of which the header's length is a multiple. */
    static final int ALIGNMENT = 64;

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 1 << 16;
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z]\\d{1,3})'");
    private static final Pattern STORAGE = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");

    static NpyHeader read(DataInputStream input) throws IOException, TableException {
        byte[] magic = input.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new TableException("is not an NPY file, expected one that starts with \\x93NUMPY");
        }
        int version = input.readUnsignedByte();
        input.readUnsignedByte();
        return parse(new String(readText(input, version), StandardCharsets.UTF_8));
    }

    private static byte[] readText(DataInputStream input, int version) throws IOException, TableException {
        if (version < 1 || version > 3) {
            throw new TableException("found NPY version " + version + ", expected 1, 2 or 3");
        }
        long length = version == 1
                ? Short.toUnsignedLong(Short.reverseBytes(input.readShort()))
                : Integer.toUnsignedLong(Integer.reverseBytes(input.readInt()));
        if (length > LONGEST_HEADER) {
            throw new TableException("found an NPY header of " + length + " bytes, expected at most " + LONGEST_HEADER);
        }
        byte[] text = new byte[(int) length];
        input.readFully(text);
        return text;
    }

    private static NpyHeader parse(String text) throws TableException {
        Matcher type = find(TYPE, text, "descr");
        Matcher storage = find(STORAGE, text, "fortran_order");
        int[] shape = shape(find(SHAPE, text, "shape").group(1));
        ByteOrder order = switch (type.group(1)) {
            case ">" -> ByteOrder.BIG_ENDIAN;
            case "=" -> ByteOrder.nativeOrder();
            default -> ByteOrder.LITTLE_ENDIAN;
        };
        return new NpyHeader(
                NpyNumber.of(type.group(2)), order, storage.group(1).equals("True"), shape);
    }

    private static Matcher find(Pattern pattern, String text, String key) throws TableException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new TableException("found no usable \"" + key + "\", expected one in the NPY header");
        }
        return matcher;
    }

    private static int[] shape(String text) throws TableException {
        String[] sizes = text.isBlank() ? new String[0] : text.strip().split("\\s*,\\s*");
        try {
            return Arrays.stream(sizes).mapToInt(Integer::parseInt).toArray();
        } catch (NumberFormatException e) {
            throw new TableException(
                    "found the shape (" + NumberText.shorten(text) + "), expected sizes up to " + Integer.MAX_VALUE, e);
        }
    }

    /** Number of values. */
    long count() {
        return Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
    }

    /** Refuses any other shape. */
    void require(int... expected) throws TableException {
        if (!Arrays.equals(shape, expected)) {
            throw new TableException("found the shape " + text(shape) + ", expected " + text(expected));
        }
    }

    /** Rows and columns of a matrix of at most {@code mostValues} values. */
    int[] matrixShape(int mostValues) throws TableException {
        if (shape.length < 1 || shape.length > 2) {
            throw new TableException("found " + shape.length + " dimensions, expected 1 or 2");
        }
        int rows = shape.length == 1 ? 1 : shape[0];
        int columns = shape[shape.length - 1];
        if (rows < 0 || columns < 0 || (long) rows * columns > mostValues) {
            throw new TableException("found " + rows + " x " + columns + " numbers, expected " + mostValues);
        }
        return new int[] {rows, columns};
    }

    /** A shape as Python writes a tuple. */
    private static String text(int... shape) {
        String sizes = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return "(" + sizes + (shape.length == 1 ? ",)" : ")");
    }

    /**
     * A header of version 1.0, as NumPy writes it: a dictionary of Python, padded so that the values are aligned.
     *
     * @throws IllegalArgumentException if the shape is not one of {@code count} values
     */
    static byte[] write(String type, long count, int... shape) {
        if (Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact) != count) {
            throw new IllegalArgumentException("found " + count + " values of shape " + Arrays.toString(shape));
        }
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + text(shape) + ", }";
        int prefix = MAGIC.length + 2 * Short.BYTES;
        int length = (prefix + text.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT - prefix;
        byte[] padded = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), length);
        Arrays.fill(padded, text.length(), length - 1, (byte) ' ');
        padded[length - 1] = '\n';
        return ByteBuffer.allocate(prefix + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) length)
                .put(padded)
                .array();
    }
}
