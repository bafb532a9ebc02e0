package ganglion.report.run;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.kernel.event.SpikeRaster;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import ganglion.report.page.Html;
import ganglion.report.page.HtmlTable;
import ganglion.report.page.Page;
import ganglion.report.run.RunDiff.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The differences of two runs as a page: first what passes in one run only, then figures, then the spikes that differ. */
public final class DiffPage {

    private static final String TITLE = "Two runs compared";

    /** What stands near the start of such a page and of hardly any other file. */
    public static final String SIGN = "<title>" + TITLE;

    /** More would make a page that nobody scrolls through. */
    private static final int MOST_RASTERS = 20;

    private final RunDiff diff;
    private final RecordedRun first;
    private final RecordedRun second;

    private DiffPage(RunDiff diff, RecordedRun first, RecordedRun second) {
        this.diff = diff;
        this.first = first;
        this.second = second;
    }

    /** The page, as HTML. */
    public static String of(RunDiff diff, RecordedRun first, RecordedRun second) {
        return new DiffPage(diff, first, second).markup();
    }

    private String markup() {
        String one = first.result().at("/scenario/name").asText();
        String other = second.result().at("/scenario/name").asText();
        String title = one.equals(other) ? one : one + " and " + other;
        String different = diff.otherScenario()
                .map(text -> "Not the same scenario: " + text + ".")
                .orElse("");
        Page page = new Page(TITLE + ": " + title).head(TITLE, title, different);
        long broken = verdicts("passed", "failed");
        if (diff.isEmpty()) {
            page.verdict(
                    true,
                    diff.networksCompared() ? "Nothing differs." : "Nothing differs; the networks were not compared.");
        } else if (diff.of(Section.VERDICTS).isEmpty()) {
            page.remark(spikes() + " The same expectations pass in both runs.");
        } else {
            page.verdict(
                    broken == 0,
                    "Expectations that held in the first run and fail in the second: " + broken
                            + "; that failed and hold now: " + verdicts("failed", "passed") + ".");
        }
        for (Section section : Section.values()) {
            if (!diff.of(section).isEmpty()) {
                String name = section.title();
                page.card(
                        Character.toUpperCase(name.charAt(0)) + name.substring(1),
                        HtmlTable.of(diff.table(section, "")).markup());
            }
        }
        return page.card("Spikes that differ", rasters())
                .markup("First: " + Html.escaped(first.directory().toString()) + ". Second: "
                        + Html.escaped(second.directory().toString()) + ".");
    }

    /** How many expectations both runs have that changed so: one of a single run has neither held nor failed in the other. */
    private long verdicts(String before, String now) {
        return diff.of(Section.VERDICTS).values().stream()
                .filter(pair -> pair.first().asText().equals(before)
                        && pair.second().asText().equals(now))
                .count();
    }

    private String spikes() {
        return diff.divergence()
                .map(text -> "The spikes differ: " + text + ".")
                .orElse("The spikes are the same; something else differs.");
    }

    private String rasters() {
        Set<String> populations = diff.of(Section.SPIKES).keySet();
        StringBuilder charts = new StringBuilder();
        diff.divergence().ifPresent(text -> charts.append("<p class=\"lead\">" + Html.escaped(text) + "</p>\n"));
        double one = first.raster().tickSeconds();
        double other = second.raster().tickSeconds();
        if (one != other && !populations.isEmpty()) {
            return charts.append("<p class=\"detail\">Not drawn over each other: a tick is "
                            + QuantityFormat.format(one, Dimension.TIME) + " in the first run and "
                            + QuantityFormat.format(other, Dimension.TIME) + " in the second.</p>\n")
                    .toString();
        }
        populations.stream().limit(MOST_RASTERS).forEach(population -> charts.append(chart(population)));
        if (populations.size() > MOST_RASTERS) {
            charts.append("<p class=\"detail\">The first " + MOST_RASTERS + " of " + populations.size()
                    + " populations.</p>\n");
        }
        return charts.toString();
    }

    private String chart(String population) {
        SpikeRaster one = first.raster().rasters().get(population);
        SpikeRaster other = second.raster().rasters().get(population);
        SpikeRaster none = SpikeRaster.empty(
                Math.max(one == null ? 1 : one.neuronCount(), other == null ? 1 : other.neuronCount()));
        return new SpikeDifference(one == null ? none : one, other == null ? none : other)
                .chart(population, first.raster().tickSeconds())
                .figure();
    }

    /** The spikes of a population in two runs over each other: grey where both have one, and in a colour each where only one has. */
    private record SpikeDifference(SpikeRaster first, SpikeRaster second) {

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
}
