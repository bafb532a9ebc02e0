package ganglion.report.chart;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/**
 * A field of coloured blocks over time. Blue is above zero, orange below; the larger the magnitude, the darker the colour, in eight
 * shades.
 *
 * @param title what is drawn
 * @param rows number of rows, the first at the bottom
 * @param columns number of columns
 * @param values a value for each block, row after row; not copied
 * @param largest magnitude of the darkest shade; nothing is drawn if it is 0
 * @param frame axes around it
 */
public record BlockMap(String title, int rows, int columns, double[] values, double largest, TimeFrame frame) {

    private static final int SHADES = 8;

    /** The map as a figure of a page. */
    public String figure() {
        Svg svg = frame.drawing(title);
        for (int shade = 1; shade <= SHADES; shade++) {
            addShade(svg, shade, Palette.BLUE, at -> values[at]);
            addShade(svg, shade, Palette.ORANGE, at -> -values[at]);
        }
        return svg.figure();
    }

    /** All blocks of a shade in one path, which keeps pages small. */
    private void addShade(Svg svg, int shade, String colour, IntToDoubleFunction value) {
        StringBuilder path = new StringBuilder();
        for (int at = 0; at < rows * columns; at++) {
            double share = largest > 0 ? value.applyAsDouble(at) / largest : 0;
            if (Math.min(SHADES, Math.round(share * SHADES)) == shade) {
                addBlock(path, at / columns, at % columns);
            }
        }
        if (!path.isEmpty()) {
            svg.add("path fill='%s' fill-opacity='%s' d='%s'", colour, String.valueOf((double) shade / SHADES), path);
        }
    }

    private void addBlock(StringBuilder path, int row, int column) {
        double left = frame.x((double) column / columns);
        double right = frame.x((column + 1.0) / columns);
        double bottom = frame.y((double) row / rows);
        double top = frame.y((row + 1.0) / rows);
        path.append(String.format(Locale.ROOT, "M%.1f,%.1fH%.1fV%.1fH%.1fZ", left, bottom, right, top, left));
    }
}
