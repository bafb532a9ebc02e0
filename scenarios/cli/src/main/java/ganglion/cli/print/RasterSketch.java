package ganglion.cli.print;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.kernel.event.SpikeRaster;
import java.io.PrintStream;
import java.util.Map;

/**
 * When populations fired, for a terminal: a row for each population, or for each neuron where there are few. A sign is the higher the more
 * spikes fell into its part of the run; the highest of a population is full.
 */
public final class RasterSketch {

    private static final String LEVELS = " ▁▂▃▄▅▆▇█";
    private static final int WIDTH = 50;
    private static final int ROWS = 24;

    private final Map<String, SpikeRaster> rasters;
    private final long ticks;
    private final double tickSeconds;

    /**
     * @param rasters by population, in the order of printing
     * @param ticks that ran
     * @param tickSeconds length of a tick
     */
    public RasterSketch(Map<String, SpikeRaster> rasters, long ticks, double tickSeconds) {
        this.rasters = rasters;
        this.ticks = ticks;
        this.tickSeconds = tickSeconds;
    }

    /** Prints everything; nothing if there is no population or no tick. */
    public void print(PrintStream out, String indent) {
        if (rasters.isEmpty() || ticks == 0) {
            return;
        }
        String end = QuantityFormat.format(ticks * tickSeconds, Dimension.TIME);
        int width = (int) Math.min(WIDTH, Math.max(ticks, end.length() + 4));
        Table table = new Table(
                Column.text("population"),
                Column.number("neurons"),
                Column.number("spikes"),
                Column.number("rate"),
                Column.text("0 s" + " ".repeat(width - end.length() - 3) + end));
        boolean byNeuron =
                rasters.values().stream().mapToLong(SpikeRaster::neuronCount).sum() <= ROWS;
        rasters.entrySet().stream().limit(ROWS).forEach(entry -> {
            int[][] counts = counts(entry.getValue(), byNeuron, width);
            int highest = 1;
            for (int[] row : counts) {
                for (int count : row) {
                    highest = Math.max(highest, count);
                }
            }
            for (int row = 0; row < counts.length; row++) {
                addRow(table, entry.getKey(), entry.getValue(), row, drawn(counts[row], highest));
            }
        });
        out.println();
        table.print(out, indent);
        if (rasters.size() > ROWS) {
            out.println(indent + "and " + (rasters.size() - ROWS) + " more populations");
        }
        out.println();
    }

    private int[][] counts(SpikeRaster raster, boolean byNeuron, int width) {
        int[][] counts = new int[byNeuron ? raster.neuronCount() : 1][width];
        for (int i = 0; i < raster.size(); i++) {
            counts[byNeuron ? raster.neuron(i) : 0][(int) (raster.tick(i) * width / ticks)]++;
        }
        return counts;
    }

    private static String drawn(int[] counts, int highest) {
        StringBuilder text = new StringBuilder();
        for (int count : counts) {
            text.append(LEVELS.charAt((count * (LEVELS.length() - 1) + highest - 1) / highest));
        }
        return text.toString();
    }

    /** The figures of a population stand beside its first row. */
    private void addRow(Table table, String population, SpikeRaster raster, int row, String drawn) {
        double rate = raster.size() / (raster.neuronCount() * ticks * tickSeconds);
        table.row(
                row == 0 ? population : "",
                row == 0 ? QuantityFormat.count(raster.neuronCount()) : "",
                row == 0 ? QuantityFormat.count(raster.size()) : "",
                row == 0 ? QuantityFormat.format(rate, Dimension.FREQUENCY) : "",
                drawn);
    }
}
