package ganglion.report.chart;

import ganglion.kernel.event.SpikeRaster;

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
    private static final double SHORTEST_STROKE = 1.5;
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
        svg.addSeconds(across, TOP + height);
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
        SpikeStrokes both = new SpikeStrokes(bottom, row, SHORTEST_STROKE);
        SpikeStrokes onlyFirst = new SpikeStrokes(bottom, row, SHORTEST_STROKE);
        SpikeStrokes onlySecond = new SpikeStrokes(bottom, row, SHORTEST_STROKE);
        int i = first.firstIndexAt(span.from());
        int j = second.firstIndexAt(span.from());
        int endOfFirst = first.firstIndexAt(span.until());
        int endOfSecond = second.firstIndexAt(span.until());
        while (i < endOfFirst || j < endOfSecond) {
            int order = i == endOfFirst ? 1 : j == endOfSecond ? -1 : order(first, i, second, j);
            SpikeRaster from = order <= 0 ? first : second;
            int at = order <= 0 ? i : j;
            SpikeStrokes strokes = order == 0 ? both : order < 0 ? onlyFirst : onlySecond;
            strokes.add(across.at(from.tick(at) * tickSeconds), from.neuron(at));
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        svg.add("path class='shared' stroke='%s' fill='none' d='%s'", SHARED, both);
        svg.add("path class='line s0' stroke='%s' fill='none' d='%s'", Palette.BLUE, onlyFirst);
        svg.add("path class='line s1' stroke='%s' fill='none' d='%s'", Palette.ORANGE, onlySecond);
    }

    /** Which of two spikes comes first: less than 0 for that of the first run, 0 if they are the same. */
    private static int order(SpikeRaster one, int i, SpikeRaster other, int j) {
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
        long until = tick + ticks;
        return first.firstIndexAt(until)
                - first.firstIndexAt(from)
                + second.firstIndexAt(until)
                - second.firstIndexAt(from);
    }

    private static long last(SpikeRaster raster) {
        return raster.size() == 0 ? 0 : raster.tick(raster.size() - 1);
    }
}
