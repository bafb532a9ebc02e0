package ganglion.report.gallery.drawing;

import ganglion.kernel.event.SpikeRaster;
import ganglion.report.chart.ActivityChart;
import ganglion.report.chart.ActivityChart.Field;
import ganglion.report.chart.ActivityChart.Stretch;
import ganglion.report.gallery.drawing.GalleryRuns.Kept;
import ganglion.report.spikes.RecordedSpikes;
import ganglion.report.spikes.RecordedSpikes.PopulationSpikes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Spikes over time, and population rates.
 *
 * @param populations which; empty for all
 * @param neurons how many neurons of each population are drawn, from number 0 on; absent for all
 * @param from seconds; absent for the start
 * @param until seconds; absent for the end
 * @param bin seconds over which rates are counted; absent for no rates
 * @param runs titles of the runs of a sweep, one for each; empty to draw the first run only
 */
public record SpikesDrawing(
        List<String> populations,
        OptionalInt neurons,
        OptionalDouble from,
        OptionalDouble until,
        OptionalDouble bin,
        List<String> runs)
        implements GalleryDrawing {

    @Override
    public boolean drawsAllRuns() {
        return !runs.isEmpty();
    }

    @Override
    public String svg(GalleryRuns all) {
        List<Field> fields = new ArrayList<>();
        if (runs.isEmpty()) {
            fields.add(field("", all.first()));
        } else {
            if (runs.size() != all.runs().size()) {
                throw new IllegalArgumentException("found " + runs.size() + " titles of runs, expected "
                        + all.runs().size());
            }
            for (int i = 0; i < runs.size(); i++) {
                fields.add(field(runs.get(i), all.runs().get(i)));
            }
        }
        return new ActivityChart(fields).svg();
    }

    private Field field(String title, Kept kept) {
        List<String> names = populations.isEmpty()
                ? RecordedSpikes.of(kept.run()).populations().stream()
                        .map(PopulationSpikes::population)
                        .toList()
                : populations;
        List<PopulationSpikes> all = new ArrayList<>();
        List<PopulationSpikes> shown = new ArrayList<>();
        List<List<String>> labels = new ArrayList<>();
        for (String name : names) {
            SpikeRaster raster = kept.run().result().spikes().get(kept.population(name));
            all.add(new PopulationSpikes(name, raster));
            shown.add(new PopulationSpikes(name, neurons.isPresent() ? first(raster, neurons.getAsInt()) : raster));
            labels.add(kept.labels(name));
        }
        long[] ticks = kept.ticks(from, until);
        List<Stretch> stretches = kept.run().clips().stream()
                .filter(clip -> !clip.label().isEmpty())
                .map(clip -> new Stretch(clip.label(), clip.fromTick(), clip.untilTick()))
                .toList();
        long binTicks = bin.isPresent() ? Math.max(1, kept.tick(bin.getAsDouble())) : 0;
        return new Field(
                title, recorded(kept, shown), recorded(kept, all), labels, ticks[0], ticks[1], binTicks, stretches);
    }

    private static RecordedSpikes recorded(Kept kept, List<PopulationSpikes> populations) {
        return new RecordedSpikes(kept.run().clock(), kept.run().ranTicks(), populations);
    }

    private static SpikeRaster first(SpikeRaster raster, int neurons) {
        int count = Math.min(neurons, raster.neuronCount());
        SpikeRaster.Builder kept = SpikeRaster.builder(count);
        for (int i = 0; i < raster.size(); i++) {
            if (raster.neuron(i) < count) {
                kept.add(raster.tick(i), raster.neuron(i));
            }
        }
        return kept.build();
    }
}
