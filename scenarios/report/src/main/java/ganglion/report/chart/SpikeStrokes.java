package ganglion.report.chart;

/** Spikes as short upright strokes, gathered for one path of a drawing. */
final class SpikeStrokes {

    private final StringBuilder path = new StringBuilder();
    private final double bottom;
    private final double row;
    private final double length;

    /**
     * @param bottom pixel below the row of neuron 0
     * @param row height of a row in pixels; rows count upwards
     * @param least shortest length of a stroke in pixels, where rows are lower
     */
    SpikeStrokes(double bottom, double row, double least) {
        this.bottom = bottom;
        this.row = row;
        this.length = Math.max(least, 0.8 * row);
    }

    /** Adds the spike of a neuron. @param x pixel of its time */
    void add(double x, int neuron) {
        double y = bottom - (neuron + 0.5) * row - length / 2;
        path.append('M').append(Svg.pixels(x)).append(',').append(Svg.pixels(y));
        path.append('v').append(Svg.pixels(length));
    }

    /** The strokes, as the {@code d} of a path. */
    @Override
    public String toString() {
        return path.toString();
    }
}
