package ganglion.report.chart;

import ganglion.report.page.Html;
import java.util.Locale;

/**
 * An SVG drawing, element by element. Attributes are given as name, value, name, value: integers and texts are written as they are,
 * doubles are pixels with one decimal. All texts are escaped.
 */
final class Svg {

    private static final String GREY = "#777777";

    private final StringBuilder markup = new StringBuilder("<svg");

    /** A drawing with these attributes. */
    Svg(Object... attributes) {
        addAttributes(attributes);
        markup.append(">\n");
    }

    /**
     * A chart that can stand alone or in a page, whose style then wins over the grey of the labels.
     *
     * @param title what it shows, for those who do not see it
     */
    static Svg chart(int width, int height, String title) {
        return new Svg(
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + width + " " + height,
                "width",
                width,
                "height",
                height,
                "fill",
                GREY,
                "font-family",
                "system-ui, sans-serif",
                "font-size",
                12,
                "role",
                "img",
                "aria-label",
                title);
    }

    /** Adds an element without content. */
    void add(String element, Object... attributes) {
        open(element, attributes);
        markup.append("/>\n");
    }

    /** Adds a label. */
    void addText(Object x, Object y, String anchor, String label) {
        open("text", "x", x, "y", y, "text-anchor", anchor);
        markup.append('>').append(Html.escaped(label)).append("</text>\n");
    }

    /** Adds a dot; browsers show the hint under the pointer, unless it is empty. */
    void addDot(double x, double y, int radius, String colour, String hint) {
        open("circle", "cx", x, "cy", y, "r", radius, "fill", colour);
        markup.append(hint.isEmpty() ? "/>\n" : "><title>" + Html.escaped(hint) + "</title></circle>\n");
    }

    /** Adds a vertical axis, and a horizontal one from its lower end. */
    void addAxes(double left, double top, double right, double bottom) {
        String path = String.format(Locale.ROOT, "M%.1f,%.1fV%.1fH%.1f", left, top, bottom, right);
        add("path", "class", "axis", "fill", "none", "stroke", GREY, "d", path);
    }

    /** Adds the labels of a horizontal axis of time: the start, each quarter and the end. */
    void addTimes(Scale scale, Object y, double[] quarters, String[] labels) {
        for (int i = 0; i < quarters.length; i++) {
            String anchor = i == 0 ? "start" : i == quarters.length - 1 ? "end" : "middle";
            addText(scale.at(quarters[i]), y, anchor, labels[i]);
        }
    }

    /** The value of the attribute {@code points}: x, y, x, y, ... */
    static String points(double... coordinates) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < coordinates.length; i++) {
            points.append(i == 0 ? "" : i % 2 == 0 ? " " : ",").append(pixels(coordinates[i]));
        }
        return points.toString();
    }

    /** A coordinate as it stands in an attribute. */
    static String pixels(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** The whole drawing. */
    String markup() {
        return markup + "</svg>\n";
    }

    /** The whole drawing as a figure of a page. */
    String figure() {
        return "<figure>" + markup() + "</figure>\n";
    }

    private void open(String element, Object... attributes) {
        markup.append('<').append(element);
        addAttributes(attributes);
    }

    private void addAttributes(Object... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            String text = value instanceof Double number ? pixels(number) : value.toString();
            markup.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(Html.escaped(text))
                    .append('"');
        }
    }
}
