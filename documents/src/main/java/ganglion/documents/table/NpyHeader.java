package ganglion.documents.table;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an NPY file says about its numbers. The header is a Python dictionary; its three keys are picked out by pattern and
 * nothing of it is evaluated.
 */
record NpyHeader(NpyNumber number, ByteOrder order, boolean columnMajor, int rows, int columns) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 1 << 16;
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z]\\d{1,3})'");
    private static final Pattern STORAGE = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");

    static NpyHeader read(DataInputStream input) throws IOException, TableException {
        byte[] magic = input.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new TableException("is not an NPY file: it does not start with \\x93NUMPY");
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
                NpyNumber.of(type.group(2)), order, storage.group(1).equals("True"), shape[0], shape[1]);
    }

    private static Matcher find(Pattern pattern, String text, String key) throws TableException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new TableException("found an NPY header without a usable \"" + key + "\"");
        }
        return matcher;
    }

    private static int[] shape(String text) throws TableException {
        String[] sizes = text.isBlank() ? new String[0] : text.strip().split("\\s*,\\s*");
        try {
            if (sizes.length == 1) {
                return new int[] {1, Integer.parseInt(sizes[0])};
            }
            if (sizes.length == 2) {
                return new int[] {Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1])};
            }
        } catch (NumberFormatException e) {
            throw new TableException("found the shape (" + NumberText.shorten(text) + "), expected two sizes", e);
        }
        throw new TableException("found " + sizes.length + " dimensions, expected 1 or 2");
    }

    /** Number of values, at most {@code mostValues}. */
    int checkedCount(int mostValues) throws TableException {
        long count = (long) rows * columns;
        if (rows < 0 || columns < 0 || count > mostValues) {
            throw new TableException("found " + rows + " x " + columns + " numbers, expected " + mostValues);
        }
        return (int) count;
    }
}
