package ganglion.scenario.record;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * A table to which rows are appended in order of time, with the tick as second column. A run that resumes from a checkpoint
 * appends to the table of the earlier run, after removing the rows that the run will write again.
 */
final class TableStream implements RecordingFile {

    private final Path file;
    private final BufferedWriter writer;

    private TableStream(Path file, BufferedWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /** A new table; replaces an old one. */
    static TableStream create(Path file, String header) {
        try {
            BufferedWriter writer = Files.newBufferedWriter(file);
            TableStream table = new TableStream(file, writer);
            if (!header.isEmpty()) {
                table.row(header);
            }
            return table;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * The table of an earlier run, cut before a tick.
     *
     * @param kept receives each row that stays
     */
    static TableStream resume(Path file, String header, long beforeTick, Consumer<String> kept) {
        Path cut = file.resolveSibling(file.getFileName() + ".cut");
        try {
            try (BufferedReader reader = Files.newBufferedReader(file);
                    BufferedWriter writer = Files.newBufferedWriter(cut)) {
                copy(reader, writer, header, beforeTick, kept);
            }
            Files.move(cut, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new TableStream(
                    file, Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static void copy(
            BufferedReader reader, BufferedWriter writer, String header, long beforeTick, Consumer<String> kept)
            throws IOException {
        if (!header.isEmpty()) {
            reader.readLine();
            writer.write(header + "\n");
        }
        for (String row = reader.readLine(); row != null && isBefore(row, beforeTick); row = reader.readLine()) {
            writer.write(row + "\n");
            kept.accept(row);
        }
    }

    /** Rows are in order of time: the first row at or after the tick ends the table, and so does an incomplete row. */
    private static boolean isBefore(String row, long tick) {
        int first = row.indexOf(',');
        int second = row.indexOf(',', first + 1);
        try {
            return second > 0 && Long.parseLong(row.substring(first + 1, second)) < tick;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    void row(String row) {
        try {
            writer.write(row);
            writer.write('\n');
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    @Override
    public void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static UncheckedIOException unwritable(Path file, IOException cause) {
        return new UncheckedIOException(
                new IOException(file + " cannot be written (" + cause.getMessage() + ")", cause));
    }
}
