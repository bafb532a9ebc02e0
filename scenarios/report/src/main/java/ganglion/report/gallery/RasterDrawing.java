package ganglion.report.gallery;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.kernel.event.SpikeRaster;
import ganglion.report.page.Html;
import ganglion.report.spikes.RecordedSpikes;
import ganglion.report.spikes.RecordedSpikes.PopulationSpikes;
import java.util.Locale;

/** The spikes of a run as a small SVG file: population by population, a row a neuron, over one axis of time. */
final class RasterDrawing {

    private static final int WIDTH = 800;
    private static final int LEFT = 90;
    private static final int RIGHT = 15;
    private static final int GAP = 14;
    private static final int BOTTOM = 34;
    /** More marks than this would only make the file larger. */
    private static final int MOST_MARKS = 4_000;

    /** Okabe and Ito's, without the yellow that white paper swallows. */
    private static final String[] COLOURS = {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00"};

    private final RecordedSpikes spikes;
    private final StringBuilder svg = new StringBuilder();

    private RasterDrawing(RecordedSpikes spikes) {
        this.spikes = spikes;
    }

    static String of(RecordedSpikes spikes) {
        return new RasterDrawing(spikes).draw();
    }

    private String draw() {
        int height = BOTTOM;
        for (PopulationSpikes population : spikes.populations()) {
            height += height(population) + GAP;
        }
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + height
                        + "\" font-family=\"sans-serif\" font-size=\"13\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        int top = GAP;
        for (int i = 0; i < spikes.populations().size(); i++) {
            draw(spikes.populations().get(i), top, COLOURS[i % COLOURS.length]);
            top += height(spikes.populations().get(i)) + GAP;
        }
        drawTime(top);
        return svg.append("</svg>\n").toString();
    }

    private static int height(PopulationSpikes population) {
        int neurons = population.raster().neuronCount();
        return Math.max(18, Math.min(180, 9 * neurons));
    }

    private void draw(PopulationSpikes population, int top, String colour) {
        SpikeRaster raster = population.raster();
        int height = height(population);
        double row = (double) height / raster.neuronCount();
        svg.append("<text x=\"" + (LEFT - 8) + "\" y=\"" + (top + height / 2 + 4) + "\" text-anchor=\"end\">"
                + Html.escaped(population.population()) + "</text>\n");
        svg.append("<rect x=\"" + LEFT + "\" y=\"" + top + "\" width=\"" + (WIDTH - LEFT - RIGHT) + "\" height=\""
                + height + "\" fill=\"none\" stroke=\"#ccc\"/>\n<path stroke=\"" + colour
                + "\" stroke-width=\"1.6\" d=\"");
        int step = Math.max(1, (raster.size() + MOST_MARKS - 1) / MOST_MARKS);
        for (int i = 0; i < raster.size(); i += step) {
            double y = top + (raster.neuronCount() - 1 - raster.neuron(i)) * row + 0.1 * row;
            svg.append("M" + coordinate(x(raster.tick(i))) + " " + coordinate(y) + "v"
                    + coordinate(Math.max(1.2, 0.8 * row)));
        }
        svg.append("\"/>\n");
    }

    private void drawTime(int top) {
        for (int i = 0; i <= 4; i++) {
            long tick = spikes.ticks() * i / 4;
            String anchor = i == 0 ? "start" : i == 4 ? "end" : "middle";
            String time = QuantityFormat.format(spikes.clock().seconds(tick), "s", 3);
            svg.append("<text x=\"" + coordinate(x(tick)) + "\" y=\"" + (top + 10) + "\" text-anchor=\"" + anchor
                    + "\">" + time + "</text>\n");
        }
    }

    private double x(long tick) {
        return LEFT + (double) tick / spikes.ticks() * (WIDTH - LEFT - RIGHT);
    }

    private static String coordinate(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }
}
