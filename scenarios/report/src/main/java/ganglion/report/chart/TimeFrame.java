package ganglion.report.chart;

import ganglion.documents.quantity.QuantityFormat;
import java.util.Arrays;

/**
 * The axes of a small drawing over time.
 *
 * @param seconds length of the time axis
 * @param lowest label at the bottom of the vertical axis
 * @param highest label at its top
 * @param up name of the vertical axis
 */
public record TimeFrame(double seconds, String lowest, String highest, String up) {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 190;
    private static final int LEFT = 64;
    private static final int RIGHT = WIDTH - 10;
    private static final int TOP = 26;
    private static final int BOTTOM = HEIGHT - 34;

    private static final Scale ACROSS = Scale.linear(0, 1, LEFT, RIGHT);
    private static final Scale UP = Scale.linear(0, 1, BOTTOM, TOP);
    private static final double[] QUARTERS = {0, 0.25, 0.5, 0.75, 1};

    /** Pixel of a share of the time, 0 to 1. */
    double x(double share) {
        return ACROSS.at(share);
    }

    /** Pixel of a share of the vertical axis, 0 to 1 from the bottom. */
    double y(double share) {
        return UP.at(share);
    }

    /** A drawing with its title and axes, to draw into. */
    Svg drawing(String title) {
        Svg svg = Svg.chart(WIDTH, HEIGHT, title);
        svg.addTitle(LEFT, TOP - 10, title);
        svg.addAxes(LEFT, TOP, RIGHT, BOTTOM);
        String[] times = Arrays.stream(QUARTERS)
                .mapToObj(share -> QuantityFormat.format(share * seconds, "s", 3))
                .toArray(String[]::new);
        svg.addTimes(ACROSS, BOTTOM + 16, QUARTERS, times);
        svg.addText(LEFT - 6, BOTTOM, "end", lowest);
        svg.addText(LEFT - 6, TOP + 10, "end", highest);
        svg.addText(LEFT - 6, (TOP + BOTTOM) / 2 + 4, "end", up);
        return svg;
    }
}
