package ganglion.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.gallery.GalleryRuns.Kept;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The window of spike-timing dependent plasticity: for each synapse whose source and target fire once, how much its weight changed, over
 * the time between both spikes as they meet at the synapse.
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

    private static final double MILLISECONDS = 1e3;

    @Override
    public String svg(GalleryRuns runs) {
        Kept kept = runs.first();
        PlasticWeights weights = kept.run().result().weights().stream()
                .filter(each -> isMeant(projection(kept, each)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "found no plastic projection from " + from + " to " + to + ", expected one"));
        Projection projection = projection(kept, weights);
        List<Mark> pairs = pairs(kept, projection, weights.byPosition());
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("found no synapse from " + from + " to " + to
                    + " whose source and target fire once, expected at least one");
        }
        Axis across = Axis.ofNumbers(
                "spike of the target at the synapse (with the delay) minus that of the source (ms)", Axis.Range.TIGHT);
        return new Chart(title, across, Axis.ofNumbers("", Axis.Range.FROM_ZERO))
                .size(WIDTH, HEIGHT)
                .rule(true, 0, "")
                .series("", Look.DOTS, pairs)
                .svg();
    }

    private static Projection projection(Kept kept, PlasticWeights weights) {
        return kept.run().network().projections().get(weights.projection());
    }

    private boolean isMeant(Projection projection) {
        return projection.source().equals(from) && projection.target().equals(to);
    }

    private List<Mark> pairs(Kept kept, Projection projection, double[] after) {
        SpikeRaster sources = kept.run().result().spikes().get(kept.population(from));
        SpikeRaster targets = kept.run().result().spikes().get(kept.population(to));
        long[] fired = onlySpikes(sources);
        long[] reached = onlySpikes(targets);
        double milliseconds = kept.run().clock().tickSeconds() * MILLISECONDS;
        Synapses synapses = projection.synapses();
        List<Mark> pairs = new ArrayList<>();
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                int target = synapses.target(source, i);
                if (fired[source] >= 0 && reached[target] >= 0) {
                    // the delay is dendritic: the target's spike comes to the synapse later
                    long ticks = reached[target] + synapses.delayTicks(source, i) - fired[source];
                    int position = Math.toIntExact(synapses.firstPosition(source) + i);
                    pairs.add(new Mark(ticks * milliseconds, after[position] - synapses.weight(source, i)));
                }
            }
        }
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
}
