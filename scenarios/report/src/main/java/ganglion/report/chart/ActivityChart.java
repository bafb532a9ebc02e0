package ganglion.report.chart;

import ganglion.documents.quantity.Dimension;
import ganglion.kernel.event.SpikeRaster;
import ganglion.report.spikes.RecordedSpikes;
import ganglion.report.spikes.RecordedSpikes.PopulationSpikes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The spikes of runs as a small SVG file: for each run a field with a raster per population, one row per neuron, over one axis of time,
 * and below them, if asked for, the rate of each population. Several fields stand in two columns.
 *
 * @param fields at least one
 */
public record ActivityChart(List<Field> fields) {

    private static final int WIDTH = 800;
    private static final int LEAST_LEFT = 90;
    private static final int LABEL_GAP = 8;

    /** Letters of a population's name; more would leave no room for spikes where fields stand in two columns. */
    private static final int MOST_LETTERS = 24;

    private static final int MARGIN = 15;
    private static final int GAP = 14;
    private static final int TITLE = 22;
    private static final int TIMES = 30;
    private static final int RATES = 80;
    private static final int RATES_NAME = 10;
    private static final int LEAST_HEIGHT = 18;
    private static final int TALLEST_RASTER = 180;

    /** More populations than this are half as high, so that all can be seen at once. */
    private static final int FEW_POPULATIONS = 4;

    private static final int ROW_HEIGHT = 9;
    private static final int LABELLED_ROW_HEIGHT = 13;
    private static final int LETTER_WIDTH = 7;

    /** A name that would not stand within its stretch of time is left out. */
    private static final int PADDING = 4;

    /** More marks of a population than this would only make the file larger. */
    private static final int MOST_MARKS = 4_000;

    /** Marks of the whole file, some 18 bytes each: it stays below a quarter of a megabyte. */
    private static final int MOST_MARKS_IN_ALL = 12_000;

    /** The last two of the palette are too dull for thin strokes. */
    private static final int COLOURS = Palette.SIZE - 2;

    private static final String FRAME = "#cccccc";
    private static final String INK = "#444444";

    /** Takes a copy of the list. */
    public ActivityChart {
        fields = List.copyOf(fields);
    }

    /**
     * The spikes of one run.
     *
     * @param title stands above them; may be empty
     * @param spikes the populations to draw
     * @param counted the same populations as rates are counted of, which may have more neurons than are drawn
     * @param labels what the neurons of each population stand for; an empty list for none
     * @param fromTick first tick that is drawn
     * @param untilTick tick after the last that is drawn, more than the first
     * @param binTicks ticks over which a rate is counted; 0 for no rates
     * @param stretches named parts of the time, such as the clips that are played
     */
    public record Field(
            String title,
            RecordedSpikes spikes,
            RecordedSpikes counted,
            List<List<String>> labels,
            long fromTick,
            long untilTick,
            long binTicks,
            List<Stretch> stretches) {

        /** Takes copies of the lists. */
        public Field {
            labels = labels.stream().map(List::copyOf).toList();
            stretches = List.copyOf(stretches);
        }

        /** All spikes of a run. */
        public static Field of(RecordedSpikes spikes) {
            List<List<String>> none =
                    spikes.populations().stream().map(each -> List.<String>of()).toList();
            return new Field("", spikes, spikes, none, 0, Math.max(1, spikes.ticks()), 0, List.of());
        }
    }

    /**
     * A named part of the time.
     *
     * @param name what it is, in few letters
     * @param fromTick its first tick
     * @param untilTick tick after its last
     */
    public record Stretch(String name, long fromTick, long untilTick) {}

    /** The chart of all spikes of a run. */
    public static String svg(RecordedSpikes spikes) {
        return new ActivityChart(List.of(Field.of(spikes))).svg();
    }

    /** The chart, on white. */
    public String svg() {
        int columns = fields.size() > 1 ? 2 : 1;
        int rows = (fields.size() + columns - 1) / columns;
        int fieldHeight = fields.stream().mapToInt(ActivityChart::height).max().orElse(0);
        Svg svg = new Svg(
                "viewBox='0 0 %s %s' font-family='sans-serif' font-size='12' fill='" + INK + "'",
                WIDTH,
                rows * fieldHeight + GAP);
        svg.add("rect width='100%%' height='100%%' fill='white'");
        int populations = fields.stream()
                .mapToInt(field -> field.spikes().populations().size())
                .sum();
        int marks = Math.max(1, Math.min(MOST_MARKS, MOST_MARKS_IN_ALL / Math.max(1, populations)));
        for (int i = 0; i < fields.size(); i++) {
            int offset = i % columns * (WIDTH / columns);
            new Drawing(svg, fields.get(i), offset, WIDTH / columns, marks).draw(GAP + i / columns * fieldHeight);
        }
        return svg.markup();
    }

    private static int height(Field field) {
        int rasters = 0;
        for (int p = 0; p < field.spikes().populations().size(); p++) {
            rasters += height(field, p) + GAP;
        }
        return head(field) + rasters + (field.binTicks() > 0 ? RATES_NAME + RATES + GAP : 0) + TIMES;
    }

    /** Room for the names of the populations. */
    private static int left(Field field) {
        int letters = field.spikes().populations().stream()
                .mapToInt(population -> population.population().length())
                .max()
                .orElse(0);
        return Math.max(LEAST_LEFT, LETTER_WIDTH * Math.min(MOST_LETTERS, letters) + LABEL_GAP);
    }

    /** Room for a title, and for the names of stretches of time. */
    private static int head(Field field) {
        return (field.title().isEmpty() ? 0 : TITLE) + (field.stretches().isEmpty() ? 0 : TITLE - PADDING);
    }

    private static int height(Field field, int population) {
        int neurons = field.spikes().populations().get(population).raster().neuronCount();
        int row = field.labels().get(population).isEmpty() ? ROW_HEIGHT : LABELLED_ROW_HEIGHT;
        boolean many = field.spikes().populations().size() > FEW_POPULATIONS;
        return Math.max(LEAST_HEIGHT, Math.min(many ? TALLEST_RASTER / 2 : TALLEST_RASTER, row * neurons));
    }

    /** One field in its place. */
    private static final class Drawing {

        private final Svg svg;
        private final Field field;
        private final int left;
        private final int right;
        private final int marks;
        private final Scale across;

        Drawing(Svg svg, Field field, int offset, int width, int marks) {
            this.svg = svg;
            this.field = field;
            this.left = offset + left(field);
            int letters = field.labels().stream()
                    .flatMap(List::stream)
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            this.right = offset + width - MARGIN - (letters == 0 ? 0 : letters * LETTER_WIDTH + PADDING);
            this.marks = marks;
            this.across = Scale.linear(field.fromTick(), field.untilTick(), left, right);
        }

        void draw(int start) {
            int first = start + head(field);
            int last = start + height(field) - TIMES - GAP;
            if (!field.title().isEmpty()) {
                svg.addText(left, start + PADDING + 8, "start", field.title(), " font-weight='600'");
            }
            field.stretches().forEach(stretch -> addStretch(stretch, first, last));
            int top = first;
            for (int p = 0; p < field.spikes().populations().size(); p++) {
                addRaster(p, top, height(field, p));
                top += height(field, p) + GAP;
            }
            if (field.binTicks() > 0) {
                addRates(top + RATES_NAME);
                top += RATES_NAME + RATES + GAP;
            }
            addTimes(top);
        }

        private void addStretch(Stretch stretch, int top, int bottom) {
            long from = Math.max(field.fromTick(), stretch.fromTick());
            long until = Math.min(field.untilTick(), stretch.untilTick());
            if (from >= until) {
                return;
            }
            double width = across.at(until) - across.at(from);
            svg.add(
                    "rect x='%s' y='%s' width='%s' height='%s' fill='#f0f0f0'",
                    across.at(from), top - 2, width, bottom - top + 4);
            if (stretch.name().length() * LETTER_WIDTH <= width + 2 * PADDING) {
                svg.addText(across.at(from) + width / 2, top - PADDING - 2, "middle", stretch.name());
            }
        }

        private void addRaster(int number, int top, int height) {
            PopulationSpikes population = field.spikes().populations().get(number);
            SpikeRaster raster = population.raster();
            int neurons = raster.neuronCount();
            double row = (double) height / neurons;
            svg.addText(
                    left - LABEL_GAP,
                    top + height / 2 + 4,
                    "end",
                    Svg.shortened(population.population(), MOST_LETTERS));
            svg.add(
                    "rect x='%s' y='%s' width='%s' height='%s' fill='none' stroke='" + FRAME + "'",
                    left,
                    top,
                    right - left,
                    height);
            List<String> labels = field.labels().get(number);
            for (int i = 0; i < labels.size() && row >= LABELLED_ROW_HEIGHT - 1; i++) {
                svg.addText(right + PADDING, top + (neurons - 1 - i + 0.5) * row + 4, "start", labels.get(i));
            }
            StringBuilder path = new StringBuilder();
            int begin = raster.firstIndexAt(field.fromTick());
            int end = raster.firstIndexAt(field.untilTick());
            int step = Math.max(1, (end - begin + marks - 1) / marks);
            String length = Svg.pixels(Math.max(1.2, 0.8 * row));
            for (int i = begin; i < end; i += step) {
                double y = top + (neurons - 1 - raster.neuron(i)) * row + 0.1 * row;
                path.append('M')
                        .append(Svg.pixels(across.at(raster.tick(i))))
                        .append(' ')
                        .append(Svg.pixels(y))
                        .append('v')
                        .append(length);
            }
            svg.add("path stroke='%s' stroke-width='1.6' fill='none' d='%s'", Palette.colour(number % COLOURS), path);
        }

        private void addRates(int top) {
            List<double[]> rates = new ArrayList<>();
            field.counted().populations().forEach(population -> rates.add(rates(population.raster())));
            double highest =
                    rates.stream().flatMapToDouble(Arrays::stream).max().orElse(0);
            Axis axis = Axis.of("", Dimension.FREQUENCY, Axis.Range.ROUNDED);
            Scale up = axis.scale(0, Math.max(highest, 1e-9), top + RATES, top);
            svg.addAxes(left, top, right, top + RATES);
            double[] ys = Arrays.stream(up.marks()).filter(mark -> mark >= 0).toArray();
            List<String> texts = axis.texts(ys);
            for (int i = 0; i < ys.length; i += Math.max(1, ys.length / 3)) {
                svg.add("path stroke='" + FRAME + "' d='M%s,%sh-4'", left, up.at(ys[i]));
                svg.addText(left - LABEL_GAP, up.at(ys[i]) + 4, "end", texts.get(i));
            }
            svg.addText(left, top - PADDING, "start", "population rate");
            for (int p = 0; p < rates.size(); p++) {
                svg.add(
                        "path fill='none' stroke='%s' stroke-width='1.4' d='%s'",
                        Palette.colour(p % COLOURS), steps(rates.get(p), up));
            }
        }

        /** Spikes per neuron and second in each bin. */
        private double[] rates(SpikeRaster raster) {
            long ticks = field.untilTick() - field.fromTick();
            double[] rates = new double[(int) Math.max(1, ticks / field.binTicks())];
            int end = raster.firstIndexAt(field.untilTick());
            double each = 1 / (raster.neuronCount() * field.spikes().clock().seconds(field.binTicks()));
            for (int i = raster.firstIndexAt(field.fromTick()); i < end; i++) {
                int bin = (int) ((raster.tick(i) - field.fromTick()) / field.binTicks());
                if (bin < rates.length) { // a rest shorter than a bin has no rate
                    rates[bin] += each;
                }
            }
            return rates;
        }

        private String steps(double[] rates, Scale up) {
            StringBuilder path = new StringBuilder();
            for (int bin = 0; bin < rates.length; bin++) {
                double x = across.at(field.fromTick() + bin * field.binTicks());
                double end = across.at(field.fromTick() + (bin + 1) * field.binTicks());
                path.append(bin == 0 ? "M" + Svg.pixels(x) + "," : "V").append(Svg.pixels(up.at(rates[bin])));
                path.append('H').append(Svg.pixels(end));
            }
            return path.toString();
        }

        private void addTimes(int y) {
            double tick = field.spikes().clock().tickSeconds();
            Scale seconds = Scale.linear(field.fromTick() * tick, field.untilTick() * tick, left, right);
            double[] times = seconds.marks();
            List<String> texts = Axis.of("", Dimension.TIME, Axis.Range.TIGHT).texts(times);
            int widest = texts.stream().mapToInt(String::length).max().orElse(1) * LETTER_WIDTH + 2 * PADDING;
            int step = Math.max(1, (int) Math.ceil((double) widest * times.length / (right - left)));
            for (int i = 0; i < times.length; i += step) {
                svg.add("path stroke='" + FRAME + "' d='M%s,%sV%s'", seconds.at(times[i]), y - GAP, y - GAP + 5);
                boolean atTheEdge = right + MARGIN - seconds.at(times[i]) < widest / 2.0;
                svg.addText(seconds.at(times[i]), y + 4, atTheEdge ? "end" : "middle", texts.get(i));
            }
        }
    }
}
