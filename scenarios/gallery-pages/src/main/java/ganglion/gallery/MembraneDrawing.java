package ganglion.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.documents.quantity.Dimension;
import ganglion.gallery.GalleryRuns.Kept;
import ganglion.kernel.MembraneTrace;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Membrane potentials over time.
 *
 * @param title what is drawn
 * @param populations which, all of them recorded
 * @param neurons how many neurons of each population are drawn, from number 0 on; absent for all
 * @param from seconds; absent for the start
 * @param until seconds; absent for the end
 */
record MembraneDrawing(
        @JsonProperty(required = true) String title,
        List<String> populations,
        OptionalInt neurons,
        OptionalDouble from,
        OptionalDouble until)
        implements GalleryDrawing {

    /** More ticks than this are drawn as the extremes of as many spans, which looks the same. */
    private static final int MOST_SPANS = 600;

    /** Refuses a picture of nothing. */
    public MembraneDrawing {
        checkSome(populations);
    }

    static void checkSome(List<String> populations) {
        if (populations.isEmpty()) {
            throw new IllegalArgumentException("found no populations, expected at least one");
        }
    }

    @Override
    public String svg(GalleryRuns runs) {
        Kept kept = runs.first();
        long[] ticks = kept.ticks(from, until);
        Chart chart = new Chart(
                        title,
                        Axis.of("time", Dimension.TIME, Axis.Range.TIGHT),
                        Axis.ofNumbers("", Axis.Range.READABLE))
                .size(WIDTH, HEIGHT);
        for (String population : populations) {
            MembraneTrace trace = trace(kept, population);
            int count = Math.min(trace.neuronCount(), neurons.orElse(Integer.MAX_VALUE));
            for (int neuron = 0; neuron < count; neuron++) {
                String name =
                        trace.neuronCount() == 1 ? population : population + " " + kept.neuronName(population, neuron);
                int last = (int) Math.min(ticks[1], trace.ticks());
                chart.series(name, Look.LINE, marks(kept, trace, neuron, (int) ticks[0], last));
            }
        }
        return chart.svg();
    }

    private static MembraneTrace trace(Kept kept, String population) {
        kept.population(population);
        return kept.run().result().membranes().stream()
                .filter(each -> each.population().equals(population))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found no membrane potentials of " + population
                        + ", expected record: {membrane: [" + population + "]} in the scenario"));
    }

    /** Of each span the lowest and the highest potential, in the order of time. */
    private static List<Mark> marks(Kept kept, MembraneTrace trace, int neuron, int from, int until) {
        int span = Math.max(1, (until - from + MOST_SPANS - 1) / MOST_SPANS);
        List<Mark> marks = new ArrayList<>();
        for (int start = from; start < until; start += span) {
            int lowest = start;
            int highest = start;
            for (int tick = start; tick < Math.min(until, start + span); tick++) {
                lowest = trace.at(tick, neuron) < trace.at(lowest, neuron) ? tick : lowest;
                highest = trace.at(tick, neuron) > trace.at(highest, neuron) ? tick : highest;
            }
            int earlier = Math.min(lowest, highest);
            int later = Math.max(lowest, highest);
            marks.add(new Mark(kept.run().clock().seconds(earlier), trace.at(earlier, neuron)));
            if (later > earlier) {
                marks.add(new Mark(kept.run().clock().seconds(later), trace.at(later, neuron)));
            }
        }
        return marks;
    }
}
