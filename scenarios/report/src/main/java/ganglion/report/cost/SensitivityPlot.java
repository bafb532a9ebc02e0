package ganglion.report.cost;

import static ganglion.report.page.Html.escaped;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.comparison.FigureSweep;
import ganglion.hardware.comparison.Recost;
import ganglion.report.cost.Recosting.Sensitivity;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Energy of a run over one figure of its chips, as SVG: a line for each chip, static power left out, dashed where the total is not known and only what
 * is known could be added up.
 */
final class SensitivityPlot {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 360;
    private static final int LEFT = 90;
    private static final int RIGHT = 150;
    private static final int TOP = 40;
    private static final int BOTTOM = 60;
    private static final int TICKS = 4;

    /** Okabe and Ito's, which people with colour-blindness tell apart; black is left to the axes. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8a6d00", "#666666");

    /** What spans more than this is drawn over the logarithm. */
    private static final double LOGARITHMIC_SPAN = 20;

    private final FigureSweep sweep;
    private final List<Sensitivity> chips;
    private final Axis across;
    private final Axis up;

    SensitivityPlot(FigureSweep sweep, List<Sensitivity> chips) {
        this.sweep = sweep;
        this.chips = chips;
        DoubleSummaryStatistics values =
                sweep.values().stream().mapToDouble(value -> value).summaryStatistics();
        DoubleSummaryStatistics joules = chips.stream()
                .flatMap(chip -> chip.points().stream())
                .mapToDouble(this::drawn)
                .summaryStatistics();
        across = Axis.of(values.getMin(), values.getMax(), LEFT, WIDTH - RIGHT);
        boolean flat = joules.getMin() > 0 && joules.getMax() / joules.getMin() > LOGARITHMIC_SPAN;
        up = Axis.of(flat ? joules.getMin() : 0, joules.getMax(), HEIGHT - BOTTOM, TOP);
    }

    /** The plot, to stand by itself or in a page. */
    String svg() {
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " "
                + HEIGHT + "\" width=\"" + WIDTH + "\" height=\"" + HEIGHT
                + "\" font-family=\"system-ui, sans-serif\" font-size=\"12\" role=\"img\" aria-label=\""
                + escaped(title() + " over " + sweep.pointer()) + "\">\n");
        svg.append(text(LEFT, TOP - 16, "start", title()));
        addAxes(svg);
        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < chips.size(); i++) {
            addLine(svg, chips.get(i), COLOURS.get(i % COLOURS.size()), taken);
        }
        return svg.append("</svg>\n").toString();
    }

    private boolean isOfStaticPower() {
        return sweep.dimension() == Dimension.POWER;
    }

    private String title() {
        return "energy of the run, " + (isOfStaticPower() ? "static power included" : "static power left out");
    }

    /** Static power hides all else on most chips, and does not depend on other figures. */
    private double drawn(Recost.Sensitivity point) {
        return isOfStaticPower() ? point.cost().knownJoules() : point.cost().knownDynamicJoules();
    }

    private void addAxes(StringBuilder svg) {
        svg.append(line(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM));
        svg.append(line(LEFT, TOP, LEFT, HEIGHT - BOTTOM));
        svg.append(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 16, "middle", sweep.pointer()));
        for (int i = 0; i <= TICKS; i++) {
            double x = across.value((double) i / TICKS);
            double y = up.value((double) i / TICKS);
            svg.append(text(across.pixel(x), HEIGHT - BOTTOM + 18, "middle", words(x, sweep.dimension())));
            svg.append(text(LEFT - 8, up.pixel(y) + 4, "end", words(y, Dimension.ENERGY)));
        }
    }

    private static String words(double value, Dimension dimension) {
        return QuantityFormat.format(value, dimension);
    }

    private void addLine(StringBuilder svg, Sensitivity chip, String colour, List<Integer> taken) {
        List<Recost.Sensitivity> points = chip.points();
        String path = points.stream()
                .map(point -> coordinate(across.pixel(point.value())) + "," + coordinate(up.pixel(drawn(point))))
                .collect(Collectors.joining(" "));
        boolean known =
                points.stream().allMatch(point -> point.cost().totalJoules().isPresent());
        svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"" + colour + "\""
                + (known ? "" : " stroke-dasharray=\"6 4\"") + " points=\"" + path + "\"/>\n");
        for (Recost.Sensitivity point : points) {
            svg.append("<circle cx=\"" + coordinate(across.pixel(point.value())) + "\" cy=\""
                    + coordinate(up.pixel(drawn(point))) + "\" r=\"3\" fill=\"" + colour + "\"><title>"
                    + escaped(words(point.value(), sweep.dimension()) + ": "
                            + point.cost().totalText())
                    + "</title></circle>\n");
        }
        double end = up.pixel(drawn(points.get(points.size() - 1)));
        svg.append("<text x=\"" + (WIDTH - RIGHT + 10) + "\" y=\"" + freeLine(end, taken) + "\" fill=\"" + colour
                + "\">" + escaped(chip.profile() + (known ? "" : ", at least")) + "</text>\n");
    }

    /** Names stand beside the ends of their lines, one below another where these meet. */
    private static int freeLine(double wanted, List<Integer> taken) {
        int[] y = {(int) Math.round(wanted) + 4};
        while (taken.stream().anyMatch(other -> Math.abs(other - y[0]) < 14)) {
            y[0] += 2;
        }
        taken.add(y[0]);
        return y[0];
    }

    private static String line(double x1, double y1, double x2, double y2) {
        return "<line x1=\"" + coordinate(x1) + "\" y1=\"" + coordinate(y1) + "\" x2=\"" + coordinate(x2) + "\" y2=\""
                + coordinate(y2) + "\" stroke=\"#888888\"/>\n";
    }

    private static String text(double x, double y, String anchor, String text) {
        return "<text x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\" text-anchor=\"" + anchor
                + "\" fill=\"#777777\">" + escaped(text) + "</text>\n";
    }

    private static String coordinate(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }

    /** Values along a line of pixels, evenly or over their logarithm. */
    private record Axis(double from, double until, double fromPixel, double untilPixel, boolean logarithmic) {

        static Axis of(double from, double until, double fromPixel, double untilPixel) {
            double last = until > from ? until : from + (from == 0 ? 1 : from);
            return new Axis(from, last, fromPixel, untilPixel, from > 0);
        }

        double pixel(double value) {
            double share =
                    logarithmic ? Math.log(value / from) / Math.log(until / from) : (value - from) / (until - from);
            return fromPixel + share * (untilPixel - fromPixel);
        }

        double value(double share) {
            return logarithmic ? from * Math.pow(until / from, share) : from + share * (until - from);
        }
    }
}
