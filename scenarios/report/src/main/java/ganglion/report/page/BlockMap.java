package ganglion.report.page;

import static ganglion.report.page.Html.escaped;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/**
 * A field of coloured blocks over time, as SVG for a page of {@link Html}. Blue is above zero, orange below, both of which people with
 * colour-blindness tell apart; the more, the darker, in eight steps up to the largest magnitude.
 *
 * @param title what is drawn
 * @param rows number of rows, the first at the bottom
 * @param columns number of columns
 * @param values a value for each block, row after row
 * @param largest magnitude of the darkest colour; blank if it is 0
 * @param frame axes around it
 */
public record BlockMap(String title, int rows, int columns, double[] values, double largest, TimeFrame frame) {

    private static final int SHADES = 8;
    private static final String ABOVE = "#0072b2";
    private static final String BELOW = "#d55e00";

    /** The map. */
    public String svg() {
        StringBuilder svg = new StringBuilder(frame.open(title));
        for (int shade = 1; shade <= SHADES; shade++) {
            addShade(svg, shade, ABOVE, at -> values[at]);
            addShade(svg, shade, BELOW, at -> -values[at]);
        }
        return svg.append(frame.close()).toString();
    }

    /** All blocks of a shade in one path: pages stay small. */
    private void addShade(StringBuilder svg, int shade, String colour, IntToDoubleFunction value) {
        StringBuilder path = new StringBuilder();
        for (int at = 0; at < rows * columns; at++) {
            double share = largest > 0 ? value.applyAsDouble(at) / largest : 0;
            if (Math.min(SHADES, Math.round(share * SHADES)) == shade) {
                addBlock(path, at / columns, at % columns);
            }
        }
        if (!path.isEmpty()) {
            svg.append("<path fill=\"" + colour + "\" fill-opacity=\"" + (double) shade / SHADES + "\" d=\""
                    + escaped(path.toString()) + "\"/>\n");
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
