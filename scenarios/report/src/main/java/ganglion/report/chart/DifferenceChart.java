package ganglion.report.chart;

import ganglion.documents.quantity.Dimension;
import ganglion.kernel.event.SpikeRaster;
import java.util.List;

/**
 * The spikes of a population in two runs over each other: grey where both have one, and in a colour each where only one has.
 *
 * @param population its name
 * @param first its spikes in the first run
 * @param second its spikes in the second run
 * @param tickSeconds length of a tick
 */
public record DifferenceChart(String population, SpikeRaster first, SpikeRaster second, double tickSeconds) {

    private static final int WIDTH = 800;
    private static final int LEFT = 64;
    private static final int RIGHT = WIDTH - 20;
    private static final int TOP = 44;
    private static final int FOOT = 34;
    private static final int TALLEST = 220;
    private static final int SHORTEST = 24;
    private static final int ROW = 10;
    private static final String SHARED = "#999999";

    /** With more spikes, marks overlap; fewer ticks around the first difference are drawn then. */
    private static final int MOST_SPIKES = 6_000;

    /** A part of the time. */
    private record Span(long from, long until) {}

    /** The chart as a figure of a page. */
    public String figure() {
        Span span = span();
        int neurons = Math.max(1, Math.max(first.neuronCount(), second.neuronCount()));
        int height = Math.max(SHORTEST, Math.min(TALLEST, ROW * neurons));
        Svg svg = Svg.chart(WIDTH, TOP + height + FOOT, population + ": spikes of both runs");
        svg.addTitle(LEFT, 14, population);
        addKey(svg);
        svg.addAxes(LEFT, TOP, RIGHT, TOP + height);
        svg.addText(LEFT - 8, TOP + height, "end", "0");
        if (neurons > 1) {
            svg.addText(LEFT - 8, TOP + 9, "end", Integer.toString(neurons - 1));
        }
        Scale across = Scale.linear(span.from() * tickSeconds, span.until() * tickSeconds, LEFT, RIGHT);
        double[] times = across.marks();
        List<String> texts = Axis.of("", Dimension.TIME, Axis.Range.TIGHT).texts(times);
        for (int i = 0; i < times.length; i++) {
            svg.add("path class='axis' stroke='#777777' d='M%s,%sv5'", across.at(times[i]), TOP + height);
            svg.addText(across.at(times[i]), TOP + height + 19, "middle", texts.get(i));
        }
        addMarks(svg, span, across, (double) height / neurons, TOP + height);
        return svg.figure();
    }

    private static void addKey(Svg svg) {
        svg.addDot(LEFT + 4, 30, 4, SHARED, " class='shared'", "");
        svg.addText(LEFT + 14, 34, "start", "in both runs");
        svg.addDot(LEFT + 124, 30, 4, Palette.BLUE, " class='dot s0'", "");
        svg.addText(LEFT + 134, 34, "start", "only in the first");
        svg.addDot(LEFT + 264, 30, 4, Palette.ORANGE, " class='dot s1'", "");
        svg.addText(LEFT + 274, 34, "start", "only in the second");
    }

    private void addMarks(Svg svg, Span span, Scale across, double row, int bottom) {
        StringBuilder[] paths = {new StringBuilder(), new StringBuilder(), new StringBuilder()};
        SpikeRaster one = first.between(span.from(), span.until());
        SpikeRaster other = second.between(span.from(), span.until());
        int i = 0;
        int j = 0;
        while (i < one.size() || j < other.size()) {
            int order = order(one, i, other, j);
            SpikeRaster from = order <= 0 ? one : other;
            int at = order <= 0 ? i : j;
            double x = across.at(from.tick(at) * tickSeconds);
            double length = Math.max(1.5, 0.8 * row);
            double y = bottom - (from.neuron(at) + 0.5) * row - length / 2;
            paths[order == 0 ? 0 : order < 0 ? 1 : 2]
                    .append('M')
                    .append(Svg.pixels(x))
                    .append(',')
                    .append(Svg.pixels(y))
                    .append('v')
                    .append(Svg.pixels(length));
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        svg.add("path class='shared' stroke='%s' fill='none' d='%s'", SHARED, paths[0]);
        svg.add("path class='line s0' stroke='%s' fill='none' d='%s'", Palette.BLUE, paths[1]);
        svg.add("path class='line s1' stroke='%s' fill='none' d='%s'", Palette.ORANGE, paths[2]);
    }

    /** Which of two spikes comes first: less than 0 for that of the first run, 0 if they are the same. */
    private static int order(SpikeRaster one, int i, SpikeRaster other, int j) {
        if (i == one.size() || j == other.size()) {
            return i == one.size() ? 1 : -1;
        }
        int byTick = Long.compare(one.tick(i), other.tick(j));
        return byTick != 0 ? byTick : Integer.compare(one.neuron(i), other.neuron(j));
    }

    /** All of the time, or so much around the first difference that marks stay apart. */
    private Span span() {
        long end = Math.max(last(first), last(second)) + 1;
        int at = 0;
        while (at < first.size() && at < second.size() && order(first, at, second, at) == 0) {
            at++;
        }
        long difference = Math.min(
                at < first.size() ? first.tick(at) : Long.MAX_VALUE,
                at < second.size() ? second.tick(at) : Long.MAX_VALUE);
        long ticks = end;
        while (ticks > 8 && spikesWithin(difference, ticks) > MOST_SPIKES) {
            ticks /= 2;
        }
        return ticks == end
                ? new Span(0, end)
                : new Span(Math.max(0, difference - ticks), Math.min(end, difference + ticks));
    }

    private int spikesWithin(long tick, long ticks) {
        long from = Math.max(0, tick - ticks);
        return first.between(from, tick + ticks).size()
                + second.between(from, tick + ticks).size();
    }

    private static long last(SpikeRaster raster) {
        return raster.size() == 0 ? 0 : raster.tick(raster.size() - 1);
    }
}
