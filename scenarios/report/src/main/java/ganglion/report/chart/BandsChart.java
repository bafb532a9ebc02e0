package ganglion.report.chart;

import ganglion.cochlea.spectrum.MelScale;
import ganglion.cochlea.spectrum.Triangle;
import java.util.List;
import java.util.Locale;

/**
 * The bands of a front end that has learned, over those that it started from: triangles over frequency on Slaney's mel scale, grey
 * areas before and orange outlines after.
 *
 * @param title what is drawn
 * @param before bands before learning; not empty
 * @param after as many bands after it
 */
public record BandsChart(String title, List<Triangle> before, List<Triangle> after) {

    private static final int WIDTH = 920;
    private static final int LEFT = 20;
    private static final int RIGHT = WIDTH - 20;
    private static final int TOP = 46;
    private static final int BOTTOM = 196;
    private static final int HEIGHT = 240;
    private static final double LOWEST_TICK_HERTZ = 125;

    /** Takes copies of the lists. */
    public BandsChart {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** The picture as a figure of a page. */
    public String figure() {
        return drawing().figure();
    }

    /** The picture as an SVG file. */
    public String svg() {
        return drawing().markup();
    }

    private Svg drawing() {
        Svg svg = Svg.chart(WIDTH, HEIGHT, title + " over frequency, Hz");
        svg.addTitle(LEFT, 14, title);
        svg.addText(LEFT, TOP - 12, "start", "grey: before; orange: learned; each peak has the weight 1");
        for (int band = 0; band < before.size(); band++) {
            add(svg, before.get(band), "band " + (band + 1) + " before: ", "fill='#777777' fill-opacity='0.3'");
        }
        for (int band = 0; band < after.size(); band++) {
            add(
                    svg,
                    after.get(band),
                    "band " + (band + 1) + " learned: ",
                    "fill='" + Palette.ORANGE + "' fill-opacity='0.08' stroke='" + Palette.ORANGE
                            + "' stroke-width='1.2'");
        }
        svg.add("line class='axis' stroke='#777777' x1='%s' y1='%s' x2='%s' y2='%s'", LEFT, BOTTOM, RIGHT, BOTTOM);
        for (double hertz = LOWEST_TICK_HERTZ; hertz <= highest(); hertz *= 2) {
            if (hertz >= lowest()) {
                double x = across(hertz);
                svg.add("line stroke='#777777' x1='%s' y1='%s' x2='%s' y2='%s'", x, BOTTOM, x, BOTTOM + 5);
                svg.addText(x, BOTTOM + 18, "middle", new FrequencyTicks.Tick(0, hertz).label());
            }
        }
        svg.addText((LEFT + RIGHT) / 2, BOTTOM + 36, "middle", "frequency, Hz (mel scale)");
        return svg;
    }

    private void add(Svg svg, Triangle band, String name, String look) {
        String hint = String.format(
                Locale.ROOT,
                "%s%.0f Hz, from %.0f to %.0f Hz",
                name,
                band.peakHertz(),
                band.lowHertz(),
                band.highHertz());
        String points = String.format(
                Locale.ROOT,
                "%.1f,%d %.1f,%d %.1f,%d",
                across(band.lowHertz()),
                BOTTOM,
                across(band.peakHertz()),
                TOP,
                across(band.highHertz()),
                BOTTOM);
        svg.addHinted(hint, "polygon points='%s' " + look, points);
    }

    private double lowest() {
        return before.get(0).lowHertz();
    }

    private double highest() {
        return before.get(before.size() - 1).highHertz();
    }

    private double across(double hertz) {
        double from = MelScale.SLANEY.mel(lowest());
        double until = MelScale.SLANEY.mel(highest());
        return LEFT + (RIGHT - LEFT) * (MelScale.SLANEY.mel(hertz) - from) / (until - from);
    }
}
