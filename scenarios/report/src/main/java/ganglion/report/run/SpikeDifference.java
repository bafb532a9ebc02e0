package ganglion.report.run;

import ganglion.documents.quantity.Dimension;
import ganglion.kernel.event.SpikeRaster;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import java.util.ArrayList;
import java.util.List;

/** The spikes of a population in two runs over each other: grey where both have one, and in a colour each where only one has. */
record SpikeDifference(SpikeRaster first, SpikeRaster second) {

    private static final int WIDTH = 720;
    private static final int TALLEST = 220;
    private static final int SHORTEST = 24;
    private static final int ROW = 10;
    /** With more spikes, marks overlap; fewer ticks around the first difference are drawn then. */
    private static final int MOST_SPIKES = 6_000;

    /** The chart. @param tickSeconds length of a tick */
    Chart chart(String population, double tickSeconds) {
        long[] span = span();
        List<Mark> both = new ArrayList<>();
        List<Mark> onlyFirst = new ArrayList<>();
        List<Mark> onlySecond = new ArrayList<>();
        int i = first.firstIndexAt(span[0]);
        int j = second.firstIndexAt(span[0]);
        int endOfFirst = first.firstIndexAt(span[1]);
        int endOfSecond = second.firstIndexAt(span[1]);
        while (i < endOfFirst || j < endOfSecond) {
            int order = i == endOfFirst ? 1 : j == endOfSecond ? -1 : order(i, j);
            SpikeRaster from = order <= 0 ? first : second;
            int at = order <= 0 ? i : j;
            List<Mark> marks = order == 0 ? both : order < 0 ? onlyFirst : onlySecond;
            marks.add(new Mark(from.tick(at) * tickSeconds, from.neuron(at)));
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        int neurons = Math.max(1, Math.max(first.neuronCount(), second.neuronCount()));
        return new Chart(
                        population,
                        Axis.of("", Dimension.TIME, Axis.Range.TIGHT)
                                .within(span[0] * tickSeconds, span[1] * tickSeconds),
                        Axis.ofNumbered("", neurons))
                .size(WIDTH, Math.max(SHORTEST, Math.min(TALLEST, ROW * neurons)))
                .greySeries("in both runs", Look.STROKES, both)
                .series("only in the first", Look.STROKES, onlyFirst)
                .series("only in the second", Look.STROKES, onlySecond);
    }

    /** Which of two spikes comes first: less than 0 for that of the first run, 0 if they are the same. */
    private int order(int i, int j) {
        int byTick = Long.compare(first.tick(i), second.tick(j));
        return byTick != 0 ? byTick : Integer.compare(first.neuron(i), second.neuron(j));
    }

    /** All of the time, or so much around the first difference that marks stay apart: the first tick, and the one after the last. */
    private long[] span() {
        long end = Math.max(last(first), last(second)) + 1;
        int at = 0;
        while (at < first.size() && at < second.size() && order(at, at) == 0) {
            at++;
        }
        long difference = Math.min(
                at < first.size() ? first.tick(at) : Long.MAX_VALUE,
                at < second.size() ? second.tick(at) : Long.MAX_VALUE);
        long ticks = end;
        while (ticks > 8 && within(first, difference, ticks) + within(second, difference, ticks) > MOST_SPIKES) {
            ticks /= 2;
        }
        return ticks == end
                ? new long[] {0, end}
                : new long[] {Math.max(0, difference - ticks), Math.min(end, difference + ticks)};
    }

    private static int within(SpikeRaster raster, long tick, long ticks) {
        return raster.firstIndexAt(tick + ticks) - raster.firstIndexAt(Math.max(0, tick - ticks));
    }

    private static long last(SpikeRaster raster) {
        return raster.size() == 0 ? 0 : raster.tick(raster.size() - 1);
    }
}
