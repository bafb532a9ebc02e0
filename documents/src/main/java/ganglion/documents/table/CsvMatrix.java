package ganglion.documents.table;

import java.nio.file.Path;
import java.util.Arrays;

/** A matrix as comma-separated text, one row per line, without a header. */
final class CsvMatrix {

    private static final int FIRST_CAPACITY = 1024;

    private final int mostValues;
    private double[] values = new double[FIRST_CAPACITY];
    private int size;

    private CsvMatrix(int mostValues) {
        this.mostValues = mostValues;
    }

    static Matrix read(Path file, int mostValues) throws TableException {
        try (CsvLines lines = new CsvLines(file)) {
            return new CsvMatrix(mostValues).readAll(lines);
        }
    }

    private Matrix readAll(CsvLines lines) throws TableException {
        int rows = 0;
        int columns = 0;
        for (String line = lines.next(); line != null; line = lines.next()) {
            int added = addRow(line, lines);
            if (rows++ == 0) {
                columns = added;
            } else if (added != columns) {
                throw lines.problem("found " + added + " columns, expected " + columns + " as in the rows above");
            }
        }
        if (rows == 0) {
            throw new TableException("found no numbers, expected a matrix");
        }
        return new Matrix(rows, columns, Arrays.copyOf(values, size));
    }

    private int addRow(String line, CsvLines at) throws TableException {
        int before = size;
        int start = 0;
        while (start <= line.length()) {
            int comma = line.indexOf(',', start);
            int end = comma < 0 ? line.length() : comma;
            add(NumberText.decimal(line.substring(start, end), at), at);
            start = end + 1;
        }
        return size - before;
    }

    private void add(double value, CsvLines at) throws TableException {
        if (size == mostValues) {
            throw at.problem("found more than the expected " + mostValues + " numbers");
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, (int) Math.min(2L * size, mostValues));
        }
        values[size++] = value;
    }
}
