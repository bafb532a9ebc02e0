package ganglion.report.chart;

import ganglion.kernel.event.SpikeRaster;
import ganglion.report.chart.FrequencyTicks.Tick;
import java.util.List;

/**
 * What the front end makes of a sound, over one axis of time: its waveform, the power and the drive of each band as images with a colour
 * bar, and its spikes.
 *
 * @param name of the sound
 * @param seconds length of the axis of time
 * @param lowest lowest sample in each of some spans of time, as shares of the peak; not copied
 * @param highest highest sample in each; not copied
 * @param peak largest magnitude of a sample
 * @param power image of the power before inhibition and gain control
 * @param drive image of the drive after them
 * @param spikes spikes, in ticks
 * @param tickSeconds length of a tick
 * @param centresHertz centre of each band; not copied
 */
public record HearingChart(
        String name,
        double seconds,
        double[] lowest,
        double[] highest,
        double peak,
        BandImage power,
        BandImage drive,
        SpikeRaster spikes,
        double tickSeconds,
        double[] centresHertz) {

    private static final int WIDTH = 800;
    private static final int LEFT = 64;
    private static final int RIGHT = WIDTH - 78;
    private static final int WAVE = 80;
    private static final int BANDS = 150;
    private static final int GAP = 28;
    private static final int TOP = 24;
    private static final int HEIGHT = TOP + WAVE + 3 * (BANDS + GAP) + 40;
    private static final int BAR_LEFT = RIGHT + 10;
    private static final int BAR_WIDTH = 10;

    /** More spikes than this would only make the page larger. */
    private static final int MOST_SPIKES = 20_000;

    /**
     * An image of the bands over time, low bands at the bottom.
     *
     * @param title what it shows
     * @param png the image in base64
     * @param bar an image of the colours from the lowest value to the highest, in base64
     * @param low label of the lowest value
     * @param high label of the highest
     * @param span seconds that it covers, from the start
     */
    public record BandImage(String title, String png, String bar, String low, String high, double span) {}

    /** The chart as a figure of a page, in which a line shows how far the sound was played. */
    public String figure() {
        Svg svg = Svg.chart(WIDTH, HEIGHT, name + ": waveform, bands and spikes");
        Scale across = Scale.linear(0, seconds, LEFT, RIGHT);
        int top = TOP;
        addWave(svg, top);
        top += WAVE + GAP;
        for (BandImage image : List.of(power, drive)) {
            addImage(svg, image, top, across);
            top += BANDS + GAP;
        }
        addSpikes(svg, top, across);
        svg.addSeconds(across, top + BANDS);
        svg.add(
                "line class='playhead' x1='%s' x2='%s' y1='%s' y2='%s' stroke='%s' stroke-width='1.5'"
                        + " visibility='hidden' data-from='%s' data-until='%s' data-seconds='%s'",
                LEFT, LEFT, TOP, top + BANDS, Palette.ORANGE, LEFT, RIGHT, Double.toString(seconds));
        return svg.figure();
    }

    private void addWave(Svg svg, int top) {
        double middle = top + WAVE / 2.0;
        svg.addTitle(LEFT, top - 8, "waveform");
        svg.add("path class='axis' fill='none' stroke='#777777' d='M%s,%sv%sM%s,%sh-4'", LEFT, top, WAVE, LEFT, middle);
        svg.addText(LEFT - 8, middle + 4, "end", "0");
        svg.addText(
                LEFT - 8, top + 8, "end", Axis.ofNumbers("", Axis.Range.TIGHT).text(peak));
        StringBuilder path = new StringBuilder();
        double step = (double) (RIGHT - LEFT) / Math.max(1, lowest.length);
        for (int i = 0; i < lowest.length; i++) {
            path.append('M').append(Svg.pixels(LEFT + (i + 0.5) * step)).append(',');
            path.append(Svg.pixels(middle - highest[i] * WAVE / 2.0 - 0.3)).append('V');
            path.append(Svg.pixels(middle - lowest[i] * WAVE / 2.0 + 0.3));
        }
        svg.add("path class='line s0' stroke='%s' fill='none' d='%s'", Palette.BLUE, path);
    }

    private void addImage(Svg svg, BandImage image, int top, Scale across) {
        svg.addTitle(LEFT, top - 8, image.title());
        svg.add(
                "image class='sound' x='%s' y='%s' width='%s' height='%s' preserveAspectRatio='none'"
                        + " href='data:image/png;base64,%s'",
                LEFT, top, across.at(image.span()) - LEFT, BANDS, image.png());
        svg.add(
                "image class='sound' x='%s' y='%s' width='%s' height='%s' preserveAspectRatio='none'"
                        + " href='data:image/png;base64,%s'",
                BAR_LEFT, top, BAR_WIDTH, BANDS, image.bar());
        svg.add(
                "rect class='axis' x='%s' y='%s' width='%s' height='%s' fill='none' stroke='#777777'",
                BAR_LEFT, top, BAR_WIDTH, BANDS);
        svg.addText(BAR_LEFT + BAR_WIDTH + 5, top + 9, "start", image.high());
        svg.addText(BAR_LEFT + BAR_WIDTH + 5, top + BANDS, "start", image.low());
        addFrequencies(svg, top);
    }

    private void addFrequencies(Svg svg, int top) {
        svg.add("path class='axis' fill='none' stroke='#777777' d='M%s,%sv%sH%s'", LEFT, top, BANDS, RIGHT);
        double row = (double) BANDS / centresHertz.length;
        double above = Double.NEGATIVE_INFINITY;
        for (Tick tick : FrequencyTicks.of(centresHertz)) {
            double y = top + BANDS - (tick.band() + 0.5) * row;
            svg.add("path class='axis' stroke='#777777' d='M%s,%sh-4'", LEFT, y);
            if (y - above >= 11) {
                svg.addText(LEFT - 8, y + 4, "end", tick.label());
                above = y;
            }
        }
        svg.addText(LEFT - 8, top - 8, "end", "Hz");
    }

    private void addSpikes(Svg svg, int top, Scale across) {
        svg.addTitle(LEFT, top - 8, "spikes");
        int neurons = Math.max(1, spikes.neuronCount());
        int step = Math.max(1, (spikes.size() + MOST_SPIKES - 1) / MOST_SPIKES);
        SpikeStrokes strokes = new SpikeStrokes(top + BANDS, (double) BANDS / neurons, 1.2);
        for (int i = 0; i < spikes.size(); i += step) {
            strokes.add(across.at(spikes.tick(i) * tickSeconds), spikes.neuron(i));
        }
        svg.add("path class='line s0' stroke='%s' fill='none' d='%s'", Palette.BLUE, strokes);
        if (neurons == centresHertz.length) {
            addFrequencies(svg, top);
        } else {
            svg.add("path class='axis' fill='none' stroke='#777777' d='M%s,%sv%sH%s'", LEFT, top, BANDS, RIGHT);
            svg.addText(LEFT - 8, top + BANDS, "end", "0");
            svg.addText(LEFT - 8, top + 9, "end", Integer.toString(neurons - 1));
        }
    }
}
