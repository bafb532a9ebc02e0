package ganglion.report.chart;

import java.util.Locale;

/**
 * Spikes of a layer as short strokes over time.
 *
 * @param title what is drawn
 * @param neurons number of neurons, the first at the bottom
 * @param steps number of time steps
 * @param fired which neuron fires when
 * @param frame axes around it
 */
public record SpikeDots(String title, int neurons, int steps, Fired fired, TimeFrame frame) {

    /** Which neuron fires when. */
    @FunctionalInterface
    public interface Fired {

        /** Whether a neuron fires at a time step. */
        boolean at(int step, int neuron);
    }

    /** The raster as a figure of a page. */
    public String figure() {
        StringBuilder path = new StringBuilder();
        double length = Math.max(1, Math.abs(frame.y(1.0 / neurons) - frame.y(0)) * 0.8);
        for (int neuron = 0; neuron < neurons; neuron++) {
            for (int step = 0; step < steps; step++) {
                if (fired.at(step, neuron)) {
                    double x = frame.x((step + 0.5) / steps);
                    double y = frame.y((neuron + 0.1) / neurons);
                    path.append(String.format(Locale.ROOT, "M%.1f,%.1fv%.1f", x, y, -length));
                }
            }
        }
        Svg svg = frame.drawing(title);
        svg.add("path stroke='currentColor' d='%s'", path);
        return svg.figure();
    }
}
