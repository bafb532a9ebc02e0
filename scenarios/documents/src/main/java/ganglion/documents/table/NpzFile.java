package ganglion.documents.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Arrays by name in NumPy's NPZ format: a ZIP archive with an NPY file for each, compressed or not. */
public final class NpzFile {

    private NpzFile() {}

    /** The array of a name; with no name, the only one in the file. */
    static Matrix read(Path file, String name, int mostValues) throws TableException {
        try (ZipFile archive = open(file)) {
            ZipEntry entry = name.isEmpty() ? only(archive) : archive.getEntry(name + ".npy");
            if (entry == null) {
                throw new TableException("found the arrays " + names(archive) + ", expected " + name + " among them");
            }
            return read(archive, entry, mostValues);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The arrays of these names; those after the first {@code required} are null where there are none. */
    public static double[][] columns(Path file, List<String> names, int required, int mostValues)
            throws TableException {
        double[][] columns = new double[names.size()][];
        try (ZipFile archive = open(file)) {
            for (int i = 0; i < columns.length; i++) {
                ZipEntry entry = archive.getEntry(names.get(i) + ".npy");
                if (entry != null) {
                    columns[i] = read(archive, entry, mostValues).values();
                } else if (i < required) {
                    throw new TableException(
                            "found the arrays " + names(archive) + ", expected " + names.get(i) + " among them");
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return columns;
    }

    private static ZipFile open(Path file) throws IOException, TableException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new TableException("is not a regular file");
        }
        return new ZipFile(file.toFile());
    }

    private static ZipEntry only(ZipFile archive) throws TableException {
        if (archive.size() != 1) {
            throw new TableException("found " + archive.size()
                    + " arrays, expected the name of one after #, as in weights.npz#hidden (there is " + names(archive)
                    + ")");
        }
        return archive.entries().nextElement();
    }

    /** What it unpacks is bounded by the size that the array's own header announces, whatever the archive says. */
    private static Matrix read(ZipFile archive, ZipEntry entry, int mostValues) throws IOException, TableException {
        try (CheckedInputStream bytes = new CheckedInputStream(archive.getInputStream(entry), new CRC32())) {
            Matrix matrix = NpyMatrix.read(bytes, mostValues);
            if (bytes.getChecksum().getValue() != entry.getCrc()) {
                throw new TableException("is damaged: its checksum is not that of the archive");
            }
            return matrix;
        } catch (TableException e) {
            throw new TableException(NumberText.shorten(entry.getName()) + ": " + e.getMessage(), e);
        }
    }

    private static String names(ZipFile archive) {
        int mostListed = 20;
        List<String> names = archive.stream()
                .limit(mostListed)
                .map(entry -> NumberText.shorten(entry.getName().replaceAll("\\.npy$", "")))
                .toList();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static TableException unreadable(IOException cause) {
        return cause instanceof ZipException
                ? new TableException(
                        "is not a readable NPZ file: empty, damaged or cut short, expected a ZIP archive of NPY arrays",
                        cause)
                : CsvLines.unreadable(cause);
    }

    /** A matrix in NumPy's NPY format: an array of real numbers with one or two dimensions. One dimension is a row. */
    public static final class NpyMatrix {

        private NpyMatrix() {}

        public static Matrix read(Path file, int mostValues) throws TableException {
            try (InputStream bytes = CsvLines.openRegular(file)) {
                return read(bytes, mostValues);
            } catch (IOException e) {
                throw CsvLines.unreadable(e);
            }
        }

        /** Reads a stream that holds an NPY file and nothing more. */
        static Matrix read(InputStream bytes, int mostValues) throws IOException, TableException {
            int[][] found = new int[1][];
            double[] values = NpyArray.read(bytes, header -> found[0] = header.matrixShape(mostValues));
            return new Matrix(found[0][0], found[0][1], values);
        }
    }
}
