package ganglion.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.gallery.GalleryRuns.Kept;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.plasticity.PairStdp;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The window of spike-timing dependent plasticity: for each synapse whose source and target fire once, how much its weight changed, over
 * the time between both spikes as they meet at the synapse; and the curves of the rule (the equations of {@link PairStdp}).
 *
 * @param title what is drawn
 * @param from source of a plastic projection
 * @param to its target
 */
record WeightChangeDrawing(
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) String from,
        @JsonProperty(required = true) String to)
        implements GalleryDrawing {

    private static final int POINTS = 200;
    private static final double MILLISECONDS = 1e3;

    /** A synapse whose sides fired once. */
    private record Pair(double ticks, double before, double after) {}

    @Override
    public String svg(GalleryRuns runs) {
        Kept kept = runs.first();
        PlasticWeights weights = kept.run().result().weights().stream()
                .filter(each -> isMeant(projection(kept, each)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "found no plastic projection from " + from + " to " + to + ", expected one"));
        Projection projection = projection(kept, weights);
        List<Pair> pairs = pairs(kept, projection, weights.byPosition());
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("found no synapse from " + from + " to " + to
                    + " whose source and target fire once, expected at least one");
        }
        double tick = kept.run().clock().tickSeconds() * MILLISECONDS;
        PairStdp rule = projection.plasticity().orElseThrow();
        boolean dependsOnWeight = rule.potentiationExponent() > 0 || rule.depressionExponent() > 0;
        if (dependsOnWeight
                && pairs.stream().mapToDouble(Pair::before).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "found weights from " + from + " to " + to
                            + " that differ at the start under a rule that depends on them, expected one weight or exponents of 0");
        }
        double relative = pairs.get(0).before() / rule.largestWeight();
        double first = pairs.get(0).ticks();
        double last = pairs.get(pairs.size() - 1).ticks();
        Axis across = Axis.ofNumbers(
                "spike of the target at the synapse (with the delay) minus that of the source (ms)", Axis.Range.TIGHT);
        Chart chart = new Chart(title, across, Axis.ofNumbers("", Axis.Range.FROM_ZERO))
                .size(WIDTH, HEIGHT)
                .rule(true, 0, "");
        chart.series(
                "synapses of the run",
                Look.DOTS,
                pairs.stream()
                        .map(pair -> new Mark(pair.ticks() * tick, pair.after() - pair.before()))
                        .toList());
        if (first < 0) {
            chart.series("rule: target first", Look.LINE, curve(rule, relative, first, 0, tick));
        }
        if (last > 0) {
            chart.series("rule: source first", Look.LINE, curve(rule, relative, 0, last, tick));
        }
        return chart.svg();
    }

    private static Projection projection(Kept kept, PlasticWeights weights) {
        return kept.run().network().projections().get(weights.projection());
    }

    private boolean isMeant(Projection projection) {
        return projection.source().equals(from) && projection.target().equals(to);
    }

    /** From the most negative time to the most positive. */
    private List<Pair> pairs(Kept kept, Projection projection, double[] after) {
        SpikeRaster sources = kept.run().result().spikes().get(kept.population(from));
        SpikeRaster targets = kept.run().result().spikes().get(kept.population(to));
        long[] fired = onlySpikes(sources);
        long[] reached = onlySpikes(targets);
        Synapses synapses = projection.synapses();
        List<Pair> pairs = new ArrayList<>();
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                int target = synapses.target(source, i);
                if (fired[source] >= 0 && reached[target] >= 0) {
                    // the delay is dendritic: the target's spike comes to the synapse later
                    double ticks = reached[target] + synapses.delayTicks(source, i) - fired[source];
                    int position = Math.toIntExact(synapses.firstPosition(source) + i);
                    pairs.add(new Pair(ticks, synapses.weight(source, i), after[position]));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::ticks));
        return pairs;
    }

    /** The tick of the only spike of each neuron; -1 for none or several. */
    private static long[] onlySpikes(SpikeRaster raster) {
        int[] counts = raster.countsByNeuron(0, Long.MAX_VALUE);
        long[] ticks = new long[raster.neuronCount()];
        Arrays.fill(ticks, -1);
        for (int i = 0; i < raster.size(); i++) {
            if (counts[raster.neuron(i)] == 1) {
                ticks[raster.neuron(i)] = raster.tick(i);
            }
        }
        return ticks;
    }

    private static List<Mark> curve(PairStdp rule, double relative, double from, double until, double tick) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            double ticks = from + (until - from) * i / (POINTS - 1);
            boolean stronger = until > 0;
            double change = stronger
                    ? rule.learningRate()
                            * Math.pow(1 - relative, rule.potentiationExponent())
                            * Math.exp(-ticks / rule.potentiationTicks())
                    : -rule.depression()
                            * rule.learningRate()
                            * Math.pow(relative, rule.depressionExponent())
                            * Math.exp(ticks / rule.depressionTicks());
            double bounded = Math.max(-relative, Math.min(1 - relative, change));
            marks.add(new Mark(ticks * tick, bounded * rule.largestWeight()));
        }
        return marks;
    }
}
