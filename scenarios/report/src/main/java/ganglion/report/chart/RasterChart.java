package ganglion.report.chart;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.kernel.event.SpikeRaster;
import ganglion.report.spikes.RecordedSpikes;
import ganglion.report.spikes.RecordedSpikes.PopulationSpikes;
import java.util.List;

/** The spikes of a run as a small SVG file: one panel per population, one row per neuron, over one axis of time. */
public final class RasterChart {

    private static final int WIDTH = 800;
    private static final int LEFT = 90;
    private static final int RIGHT = WIDTH - 15;
    private static final int GAP = 14;
    private static final int BOTTOM = 34;
    /** More marks of a population than this would only make the file larger. */
    private static final int MOST_MARKS = 4_000;

    /** Marks of all populations, some 18 bytes each: the file stays below a quarter of a megabyte. */
    private static final int MOST_MARKS_IN_ALL = 12_000;

    /** The last two of the palette are too dull for thin strokes. */
    private static final int COLOURS = Palette.SIZE - 2;

    private final RecordedSpikes spikes;
    private final Scale across;

    private RasterChart(RecordedSpikes spikes) {
        this.spikes = spikes;
        this.across = Scale.linear(0, spikes.ticks(), LEFT, RIGHT);
    }

    /** The chart of recorded spikes. */
    public static String svg(RecordedSpikes spikes) {
        return new RasterChart(spikes).draw();
    }

    private String draw() {
        List<PopulationSpikes> populations = spikes.populations();
        int height = BOTTOM
                + populations.stream().mapToInt(each -> height(each) + GAP).sum();
        Svg svg = new Svg("viewBox='0 0 %s %s' font-family='sans-serif' font-size='13'", WIDTH, height);
        svg.add("rect width='100%%' height='100%%' fill='white'");
        int top = GAP;
        for (int i = 0; i < populations.size(); i++) {
            addPanel(svg, populations.get(i), top, Palette.colour(i % COLOURS));
            top += height(populations.get(i)) + GAP;
        }
        addTimes(svg, top + 10);
        return svg.markup();
    }

    private static int height(PopulationSpikes population) {
        return Math.max(18, Math.min(180, 9 * population.raster().neuronCount()));
    }

    private void addPanel(Svg svg, PopulationSpikes population, int top, String colour) {
        SpikeRaster raster = population.raster();
        int height = height(population);
        double row = (double) height / raster.neuronCount();
        svg.addText(LEFT - 8, top + height / 2 + 4, "end", population.population());
        svg.add("rect x='%s' y='%s' width='%s' height='%s' fill='none' stroke='#ccc'", LEFT, top, RIGHT - LEFT, height);
        StringBuilder path = new StringBuilder();
        int marks = Math.max(
                1, Math.min(MOST_MARKS, MOST_MARKS_IN_ALL / spikes.populations().size()));
        int step = Math.max(1, (raster.size() + marks - 1) / marks);
        String length = Svg.pixels(Math.max(1.2, 0.8 * row));
        for (int i = 0; i < raster.size(); i += step) {
            double y = top + (raster.neuronCount() - 1 - raster.neuron(i)) * row + 0.1 * row;
            path.append('M')
                    .append(Svg.pixels(across.at(raster.tick(i))))
                    .append(' ')
                    .append(Svg.pixels(y));
            path.append('v').append(length);
        }
        svg.add("path stroke='%s' stroke-width='1.6' d='%s'", colour, path);
    }

    private void addTimes(Svg svg, int y) {
        double[] ticks = new double[5];
        String[] labels = new String[5];
        for (int i = 0; i < ticks.length; i++) {
            long tick = spikes.ticks() * i / 4;
            ticks[i] = tick;
            labels[i] = QuantityFormat.format(spikes.clock().seconds(tick), "s", 3);
        }
        svg.addTimes(across, y, ticks, labels);
    }
}
