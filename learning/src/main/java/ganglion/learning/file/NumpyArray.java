package ganglion.learning.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** NumPy's NPY format, version 1.0: written as little-endian float64, read as that or float32. */
final class NumpyArray {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int PREFIX = 10;
    private static final int ALIGNMENT = 64;
    private static final int LARGEST_HEADER = 4096;
    private static final Pattern HEADER =
            Pattern.compile("\\{'descr': '<f([48])', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\),? *\\}\\s*");

    private NumpyArray() {}

    static byte[] write(int[] shape, double[] values) {
        String extents = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + extents + (shape.length == 1 ? "," : "")
                + "), }";
        int length = (PREFIX + header.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - PREFIX;
        ByteBuffer buffer = ByteBuffer.allocate(Math.addExact(PREFIX + length, Math.multiplyExact(8, values.length)))
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) length);
        buffer.put(header.getBytes(StandardCharsets.US_ASCII));
        while (buffer.position() < PREFIX + length - 1) {
            buffer.put((byte) ' ');
        }
        buffer.put((byte) '\n');
        for (double value : values) {
            buffer.putDouble(value);
        }
        return buffer.array();
    }

    /**
     * The values of an array of a given shape.
     *
     * @throws ModelFileException if it is something else, or holds a value that is not a finite number
     */
    static double[] read(String place, byte[] bytes, int[] shape) throws ModelFileException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < PREFIX || !Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC) || bytes[6] != 1) {
            throw new ModelFileException(place + ": no NumPy array of format 1.0");
        }
        int length = Short.toUnsignedInt(buffer.getShort(8));
        if (length > LARGEST_HEADER || PREFIX + length > bytes.length) {
            throw new ModelFileException(place + ": a header of " + length + " bytes, more than there may be");
        }
        Matcher header = HEADER.matcher(new String(bytes, PREFIX, length, StandardCharsets.US_ASCII));
        if (!header.matches()) {
            throw new ModelFileException(
                    place + ": expected an array of little-endian floats in C order, found " + describe(bytes, length));
        }
        String found = header.group(2).replace(" ", "").replaceAll(",$", "");
        String expected = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(","));
        if (!found.equals(expected)) {
            throw new ModelFileException(place + ": an array of shape (" + found + "), expected (" + expected + ")");
        }
        return values(place, buffer.position(PREFIX + length), header.group(1).equals("8"), shape);
    }

    private static String describe(byte[] bytes, int length) {
        return new String(bytes, PREFIX, length, StandardCharsets.US_ASCII)
                .strip()
                .replaceAll("[^ -~]", "?");
    }

    private static double[] values(String place, ByteBuffer buffer, boolean wide, int[] shape)
            throws ModelFileException {
        long count = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
        if (buffer.remaining() != count * (wide ? 8 : 4)) {
            throw new ModelFileException(
                    place + ": " + buffer.remaining() + " bytes of values, expected " + count * (wide ? 8 : 4));
        }
        double[] values = new double[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = wide ? buffer.getDouble() : buffer.getFloat();
            if (!Double.isFinite(values[i])) {
                throw new ModelFileException(
                        place + ": value " + i + " is " + values[i] + ", expected a finite number");
            }
        }
        return values;
    }
}
