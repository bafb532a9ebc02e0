package ganglion.documents.table;

import ganglion.documents.ReadFault;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens HDF5 files for jHDF so that damaged ones are refused. jHDF makes room for as many bytes as a size field of a file
 * says before it reads any; here it gets the file as memory that is as large as the file, and finds out.
 */
public final class Hdf5Files {

    private static final String REFUSAL =
            "is not a readable HDF5 file, expected one that is whole and of a kind that is supported";

    /** Most bytes of a number, of a text of fixed length, or of what says where a text or list lies. */
    private static final int LARGEST_ELEMENT = 1 << 16;

    /** What is read from an open file. */
    @FunctionalInterface
    public interface Reading<T, E extends Exception> {
        T read(HdfFile hdf) throws E;
    }

    private Hdf5Files() {}

    /**
     * Reads something from a file and closes it.
     *
     * @throws TableException if there is no such file, or jHDF cannot read it
     * @throws E what the reading itself throws
     */
    public static <T, E extends Exception> T read(Path file, Reading<T, E> reading) throws TableException, E {
        try (HdfFile hdf = open(file)) {
            return reading.read(hdf);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw unreadable(e);
        }
    }

    /**
     * Opens a file that stays open.
     *
     * @throws TableException if there is no such file, or it is no HDF5 file
     */
    public static HdfFile open(Path file) throws TableException {
        if (!Files.isRegularFile(file)) {
            throw new TableException(Files.exists(file) ? "is not a regular file" : "no such file");
        }
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() == 0) {
                throw new TableException("is empty, expected an HDF5 file");
            }
            // Java cannot map more at once. Larger files are read piece by piece.
            return whole(
                    channel.size() > Integer.MAX_VALUE
                            ? new HdfFile(file)
                            : HdfFile.fromByteBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())),
                    channel.size());
        } catch (IOException e) {
            throw new TableException("cannot be read: " + ReadFault.reason(e), e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw unreadable(e);
        }
    }

    /** A file that says where it ends, and does not end before. */
    private static HdfFile whole(HdfFile hdf, long bytes) throws TableException {
        long end = hdf.getHdfBackingStorage().getSuperblock().getEndOfFileAddress();
        if (end > bytes) {
            hdf.close();
            throw new TableException("is cut short or damaged: found " + bytes + " bytes, expected " + end);
        }
        return hdf;
    }

    /**
     * A data set whose elements have a size that can be believed: jHDF makes room for an element before it reads one.
     *
     * @throws TableException if they are larger than any text or number that a file of ours holds
     */
    public static Dataset checked(Dataset dataset) throws TableException {
        int bytes = dataset.getDataType().getSize();
        if (bytes < 0 || bytes > LARGEST_ELEMENT) {
            throw new TableException("found the data set " + dataset.getName() + " with elements of "
                    + Integer.toUnsignedString(bytes) + " bytes, expected at most " + LARGEST_ELEMENT);
        }
        return dataset;
    }

    /** What to say of whatever jHDF throws while it reads: its own exceptions for some damage, and any other for the rest. */
    public static TableException unreadable(Throwable cause) {
        return new TableException(REFUSAL, cause);
    }
}
