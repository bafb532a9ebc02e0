package ganglion.report.probe;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The table of a probe, as a run writes it: {@code time_s,tick} and further columns. It may be larger than memory, so that it is
 * read row by row.
 *
 * @param file where it is
 */
public record ProbeCsv(Path file) {

    private static final int TICK = 1;

    /** The first column that isn't a time. */
    public static final int FIRST_VALUE = 2;

    /** Names of the columns. */
    public List<String> columns() throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return List.of(reader.readLine().split(","));
        }
    }

    /** The ticks at which the probe was read, each once. */
    public long[] ticks() throws IOException {
        LongStream.Builder ticks = LongStream.builder();
        long before = -1;
        try (Column column = new Column(TICK)) {
            while (column.hasNext()) {
                long tick = (long) column.next();
                if (tick != before) {
                    ticks.add(tick);
                }
                before = tick;
            }
        }
        return ticks.build().toArray();
    }

    /** A column, to be closed. */
    public Column column(int place) throws IOException {
        return new Column(place);
    }

    /** The numbers of a column, row after row. */
    public final class Column implements AutoCloseable {

        private final int place;
        private final BufferedReader reader;
        private String row;

        private Column(int place) throws IOException {
            this.place = place;
            this.reader = Files.newBufferedReader(file);
            reader.readLine();
            this.row = reader.readLine();
        }

        /** Whether there is another row. */
        public boolean hasNext() {
            return row != null;
        }

        /** The number of the next row. */
        public double next() throws IOException {
            if (row == null) {
                throw new EOFException(file + " ends too early");
            }
            int from = 0;
            for (int i = 0; i < place; i++) {
                from = row.indexOf(',', from) + 1;
            }
            int until = row.indexOf(',', from);
            double value = Double.parseDouble(row.substring(from, until < 0 ? row.length() : until));
            row = reader.readLine();
            return value;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
