package ganglion.report.page;

import java.util.Locale;

/**
 * Spikes as short strokes over time, as SVG for a page of {@link Html}.
 *
 * @param title what is drawn
 * @param neurons number of neurons, the first at the bottom
 * @param steps number of steps
 * @param fired whether a neuron fired at a step
 * @param frame axes around it
 */
public record SpikeDots(String title, int neurons, int steps, Fired fired, TimeFrame frame) {

    /** Which neuron fires when. */
    @FunctionalInterface
    public interface Fired {

        /** Whether a neuron fired at a step. */
        boolean at(int step, int neuron);
    }

    /** The raster. */
    public String svg() {
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
        return frame.open(title) + "<path stroke=\"currentColor\" d=\"" + path + "\"/>\n" + frame.close();
    }
}
