package ganglion.report.chart;

import ganglion.report.page.Html;
import java.util.Arrays;
import java.util.Locale;

/**
 * An SVG drawing, element by element. An element is given as a template such as {@code rect x='%s' fill='%s'} and its values: doubles are
 * pixels, written with one decimal; everything else is written as text and escaped.
 */
final class Svg {

    private static final String GREY = "#595959";

    private final StringBuilder markup = new StringBuilder();

    /** A drawing whose first element is {@code svg} with these attributes. */
    Svg(String attributes, Object... values) {
        markup.append('<')
                .append(filled("svg xmlns='http://www.w3.org/2000/svg' " + attributes, values))
                .append(">\n");
    }

    /**
     * A chart that can stand alone or in a page, whose style then wins over the grey of the labels.
     *
     * @param title what it shows, for those who do not see it
     */
    static Svg chart(int width, int height, String title) {
        return new Svg(
                "viewBox='0 0 %s %s' width='%s' height='%s' fill='" + GREY + "' font-family='system-ui, sans-serif'"
                        + " font-size='12' role='img' aria-label='%s'",
                width,
                height,
                width,
                height,
                title);
    }

    /** Adds an element without content. */
    void add(String template, Object... values) {
        markup.append('<').append(filled(template, values)).append("/>\n");
    }

    /** Begins an element with content, which {@link #close} ends. */
    void open(String template, Object... values) {
        markup.append('<').append(filled(template, values)).append(">\n");
    }

    /** Ends an element that was begun. @param name such as {@code g} */
    void close(String name) {
        markup.append("</").append(name).append(">\n");
    }

    /** Adds an element with a hint, which browsers show under the pointer, unless it is empty. */
    void addHinted(String hint, String template, Object... values) {
        if (hint.isEmpty()) {
            add(template, values);
            return;
        }
        String name = template.substring(0, template.indexOf(' '));
        markup.append('<')
                .append(filled(template, values))
                .append("><title>")
                .append(Html.escaped(hint))
                .append("</title></" + name + ">\n");
    }

    /** Adds a label. */
    void addText(Object x, Object y, String anchor, String label) {
        addText(x, y, anchor, label, "");
    }

    /** Adds a label with more attributes, such as a class by which pages know it. */
    void addText(Object x, Object y, String anchor, String label, String attributes) {
        markup.append(filled("<text x='%s' y='%s' text-anchor='%s'" + attributes + ">", x, y, anchor))
                .append(Html.escaped(label))
                .append("</text>\n");
    }

    /** Adds the title of the drawing. */
    void addTitle(Object x, Object y, String title) {
        addText(x, y, "start", title, " class='title'");
    }

    /** Adds a label that rises to its end, which lies at the place. */
    void addSlantedText(double x, double y, String label) {
        markup.append(filled("<text x='%s' y='%s' text-anchor='end' transform='rotate(-45 %s %s)'>", x, y, x, y))
                .append(Html.escaped(label))
                .append("</text>\n");
    }

    /** Adds a dot with more attributes. */
    void addDot(double x, double y, int radius, String colour, String attributes, String hint) {
        markup.append(filled("<circle cx='%s' cy='%s' r='%s' fill='%s'" + attributes, x, y, radius, colour))
                .append(hint.isEmpty() ? "/>\n" : "><title>" + Html.escaped(hint) + "</title></circle>\n");
    }

    /** Adds a vertical axis, and a horizontal one from its lower end. */
    void addAxes(double left, double top, double right, double bottom) {
        add("path class='axis' fill='none' stroke='" + GREY + "' d='M%s,%sV%sH%s'", left, top, bottom, right);
    }

    /** A label that ends in an ellipsis if it is longer than allowed. @param most largest number of letters, at least 1 */
    static String shortened(String label, int most) {
        return label.length() <= most ? label : label.substring(0, most - 1) + "…";
    }

    /** A coordinate as it stands in an attribute. */
    static String pixels(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** A share, such as an opacity, as it stands in an attribute. */
    static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** The whole drawing. */
    String markup() {
        return markup + "</svg>\n";
    }

    private static String filled(String template, Object... values) {
        Object[] texts = Arrays.stream(values)
                .map(value -> value instanceof Double number ? pixels(number) : Html.escaped(value.toString()))
                .toArray();
        return String.format(template.replace('\'', '"'), texts);
    }
}
