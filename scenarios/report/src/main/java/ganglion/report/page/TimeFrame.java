package ganglion.report.page;

import static ganglion.report.page.Html.escaped;

import ganglion.documents.quantity.QuantityFormat;
import java.util.Locale;

/**
 * The axes of a small drawing over time.
 *
 * @param seconds length of the time axis
 * @param lowest what stands at the bottom of the other axis
 * @param highest what stands at its top
 * @param up name of the other axis
 */
public record TimeFrame(double seconds, String lowest, String highest, String up) {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 190;
    private static final int LEFT = 64;
    private static final int RIGHT = 10;
    private static final int TOP = 26;
    private static final int BOTTOM = 34;
    private static final int MARKS = 4;

    /** Place of a share of the time, 0 to 1. */
    double x(double share) {
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    /** Place of a share of the other axis, 0 to 1 from the bottom. */
    double y(double share) {
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }

    /** What comes before the drawing. */
    String open(String title) {
        return "<figure><svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" width=\"" + WIDTH
                + "\" role=\"img\" aria-label=\"" + escaped(title) + "\">\n"
                + text(LEFT, TOP - 10, "start", title);
    }

    /** What comes after it. */
    String close() {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<path class=\"axis\" fill=\"none\" d=\"M%.1f,%.1fV%.1fH%.1f\"/>\n",
                x(0),
                y(1),
                y(0),
                x(1)));
        for (int mark = 0; mark <= MARKS; mark++) {
            double share = (double) mark / MARKS;
            String time = QuantityFormat.format(share * seconds, "s", 3);
            svg.append(text(x(share), HEIGHT - BOTTOM + 16, mark == MARKS ? "end" : "middle", time));
        }
        svg.append(text(LEFT - 6, y(0), "end", lowest));
        svg.append(text(LEFT - 6, y(1) + 10, "end", highest));
        svg.append(text(LEFT - 6, (y(0) + y(1)) / 2 + 4, "end", up));
        return svg.append("</svg></figure>\n").toString();
    }

    private static String text(double x, double y, String anchor, String text) {
        return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", x, y, anchor)
                + escaped(text) + "</text>\n";
    }
}
