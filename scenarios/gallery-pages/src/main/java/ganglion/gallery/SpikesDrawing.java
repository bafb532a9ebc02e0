package ganglion.gallery;

import ganglion.documents.quantity.Dimension;
import ganglion.gallery.GalleryRuns.Kept;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import ganglion.report.chart.ChartSheet;
import ganglion.report.spikes.RecordedSpikes;
import ganglion.report.spikes.RecordedSpikes.PopulationSpikes;
import ganglion.scenario.result.Clip;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Spikes over time, and population rates.
 *
 * @param populations which; empty for all
 * @param neurons how many neurons of each population are drawn, from number 0 on; absent for all
 * @param from seconds; absent for the start
 * @param until seconds; absent for the end
 * @param rate seconds over which rates are counted; absent for no rates
 * @param runs titles of the runs of a sweep, one for each; empty to draw the first run only
 */
record SpikesDrawing(
        List<String> populations,
        OptionalInt neurons,
        OptionalDouble from,
        OptionalDouble until,
        OptionalDouble rate,
        List<String> runs)
        implements GalleryDrawing {

    /** More marks of a population than this would only make the file larger. */
    private static final int MOST_MARKS = 4_000;
    /** Marks of the whole file, some 18 bytes each: it stays below a quarter of a megabyte. */
    private static final int MOST_MARKS_IN_ALL = 12_000;
    /** More populations than this are half as high, so that all can be seen at once. */
    private static final int FEW_POPULATIONS = 4;

    private static final int TALLEST = 180;
    private static final int LEAST_HEIGHT = 18;
    private static final int ROW = 9;
    private static final int LABELLED_ROW = 13;
    private static final int RATES = 80;

    @Override
    public boolean drawsAllRuns() {
        return !runs.isEmpty();
    }

    @Override
    public String svg(GalleryRuns all) {
        if (runs.isEmpty()) {
            return ChartSheet.column("", charts("", all.first(), WIDTH)).svg();
        }
        if (runs.size() != all.runs().size()) {
            throw new IllegalArgumentException("found " + runs.size() + " titles of runs, expected "
                    + all.runs().size());
        }
        List<List<Chart>> rows = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            List<Chart> charts = charts(runs.get(i), all.runs().get(i), WIDTH / 2);
            for (int c = 0; c < charts.size(); c++) {
                if (i % 2 == 0) {
                    rows.add(new ArrayList<>());
                }
                rows.get(rows.size() - (i % 2 == 0 ? 1 : charts.size() - c)).add(charts.get(c));
            }
        }
        return new ChartSheet("", rows).svg();
    }

    /** A raster for each population, one below another, and the rates of all. */
    private List<Chart> charts(String title, Kept kept, int width) {
        List<String> names = populations.isEmpty()
                ? RecordedSpikes.of(kept.run()).populations().stream()
                        .map(PopulationSpikes::population)
                        .toList()
                : populations;
        long[] ticks = kept.ticks(from, until);
        Clock clock = kept.run().clock();
        Axis time =
                Axis.of("", Dimension.TIME, Axis.Range.TIGHT).within(clock.seconds(ticks[0]), clock.seconds(ticks[1]));
        int most = Math.min(MOST_MARKS, MOST_MARKS_IN_ALL / Math.max(1, names.size()));
        List<Chart> charts = new ArrayList<>();
        Chart rates = new Chart("population rate", time, Axis.of("", Dimension.FREQUENCY, Axis.Range.ROUNDED))
                .size(width, RATES);
        String last = names.get(names.size() - 1);
        for (String name : names) {
            SpikeRaster raster = kept.run().result().spikes().get(kept.population(name));
            int rows = Math.min(raster.neuronCount(), neurons.orElse(Integer.MAX_VALUE));
            List<String> labels = kept.labels(name);
            int tallest = names.size() > FEW_POPULATIONS ? TALLEST / 2 : TALLEST;
            Chart chart = new Chart(
                            charts.isEmpty() && !title.isEmpty() ? title + ": " + name : name,
                            name.equals(last) && rate.isEmpty() ? time : time.bare(),
                            labels.isEmpty() ? Axis.ofNumbered("", rows) : Axis.ofNames("", labels.subList(0, rows)))
                    .size(
                            width,
                            Math.max(LEAST_HEIGHT, Math.min(tallest, (labels.isEmpty() ? ROW : LABELLED_ROW) * rows)))
                    .colouredFrom(names.indexOf(name))
                    .series("", Look.STROKES, strokes(raster, rows, ticks, clock, most));
            for (Clip clip : kept.run().clips()) {
                long first = Math.max(ticks[0], clip.fromTick());
                long end = Math.min(ticks[1], clip.untilTick());
                if (first < end && !clip.label().isEmpty()) {
                    chart.stretch(charts.isEmpty() ? clip.label() : "", clock.seconds(first), clock.seconds(end));
                }
            }
            charts.add(chart);
            if (rate.isPresent()) {
                rates.series(
                        names.size() > 1 ? name : "",
                        Look.STEPS,
                        rates(raster, ticks, Math.max(1, kept.tick(rate.getAsDouble())), clock));
            }
        }
        if (rate.isPresent()) {
            charts.add(rates);
        }
        return charts;
    }

    /** The spikes of the first neurons; of very many every second, third, ... to keep the file small. */
    private static List<Mark> strokes(SpikeRaster raster, int neurons, long[] ticks, Clock clock, int most) {
        List<Mark> all = new ArrayList<>();
        for (int i = raster.firstIndexAt(ticks[0]); i < raster.firstIndexAt(ticks[1]); i++) {
            if (raster.neuron(i) < neurons) {
                all.add(new Mark(clock.seconds(raster.tick(i)), raster.neuron(i)));
            }
        }
        int step = Math.max(1, (all.size() + most - 1) / most);
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    /** Spikes per second of a neuron in each bin, over all neurons of the population; a rest shorter than a bin has no rate. */
    private static List<Mark> rates(SpikeRaster raster, long[] ticks, long binTicks, Clock clock) {
        double[] rates = new double[(int) Math.max(1, (ticks[1] - ticks[0]) / binTicks)];
        double each = 1 / (raster.neuronCount() * clock.seconds(binTicks));
        for (int i = raster.firstIndexAt(ticks[0]); i < raster.firstIndexAt(ticks[1]); i++) {
            int at = (int) ((raster.tick(i) - ticks[0]) / binTicks);
            if (at < rates.length) {
                rates[at] += each;
            }
        }
        return IntStream.rangeClosed(0, rates.length)
                .mapToObj(
                        at -> new Mark(clock.seconds(ticks[0] + at * binTicks), rates[Math.min(at, rates.length - 1)]))
                .toList();
    }
}
