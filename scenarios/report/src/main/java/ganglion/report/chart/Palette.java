package ganglion.report.chart;

import java.util.List;

/**
 * The colours of series. People with colour-blindness can tell them apart, and all are visible on white; black is left to the
 * axes.
 *
 * <p>Source: Okabe and Ito, "Color Universal Design", 2008, without yellow and with two darker colours.
 */
final class Palette {

    static final String BLUE = "#0072b2";
    static final String ORANGE = "#d55e00";
    static final String GREY = "#999999";

    /** Number of different colours. */
    static final int SIZE = 8;

    private static final List<String> COLOURS =
            List.of(BLUE, ORANGE, "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#8a6d00", "#666666");

    private Palette() {}

    /** The colour of a series, counted from 0; after {@value #SIZE} series they start again. */
    static String colour(int series) {
        return COLOURS.get(series % SIZE);
    }

    /** The class by which pages give a series a colour that fits their theme. */
    static String style(int series) {
        return "s" + series % SIZE;
    }
}
