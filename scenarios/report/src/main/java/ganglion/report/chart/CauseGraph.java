package ganglion.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Spikes from left to right in time, a lane for each population, and from each to those that it lifted a line whose width is the share that
 * it brought. Spikes of a cochlea lie in a picture of the sound, at their bands.
 *
 * @param lanes from top to bottom
 * @param stretches pictures of sound behind the first lanes
 * @param dots the spikes
 * @param links what lifted what
 * @param from start of the axis of time, in seconds of the run
 * @param until its end
 */
public record CauseGraph(
        List<Lane> lanes, List<Stretch> stretches, List<Dot> dots, List<Link> links, double from, double until) {

    private static final int WIDTH = 900;
    private static final double LOWEST_HERTZ = 125;
    private static final int LEFT = 120;
    private static final int RIGHT = WIDTH - 24;
    private static final int TOP = 26;
    private static final int GAP = 30;
    private static final int SOUND = 170;
    private static final int ROW = 15;
    private static final int LEAST_LANE = 30;
    private static final int LANE_LIMIT = 220;
    private static final int NAMED_ROWS = 14;
    private static final int LABEL = 20;
    private static final double THINNEST = 0.6;
    private static final double WIDEST = 9;
    private static final int SMALLEST = 3;
    private static final double GROWTH = 6;
    private static final int ROOT_SERIES = 1;

    /** Copies the lists. */
    public CauseGraph {
        lanes = List.copyOf(lanes);
        stretches = List.copyOf(stretches);
        dots = List.copyOf(dots);
        links = List.copyOf(links);
    }

    /**
     * A population.
     *
     * @param name of it
     * @param centresHertz centre of each band, if it hears sound; empty if not; not copied
     */
    public record Lane(String name, double[] centresHertz) {

        boolean isSound() {
            return centresHertz.length > 0;
        }
    }

    /**
     * A picture of sound.
     *
     * @param lane number of its lane
     * @param png the picture in base64
     * @param from its start in seconds of the run
     * @param until its end
     */
    public record Stretch(int lane, String png, double from, double until) {}

    /**
     * A spike.
     *
     * @param lane number of its lane
     * @param row its neuron; its band in a lane of sound
     * @param seconds when it fired, in the run
     * @param share of the last spike's lift that came through it, 0 to 1
     * @param last whether it is the one that is explained
     * @param hint what it is, in words
     * @param address of a place in the page that tells more; empty if there is none
     */
    public record Dot(int lane, int row, double seconds, double share, boolean last, String hint, String address) {}

    /**
     * A spike that lifted another, or lowered its neuron's potential.
     *
     * @param from number of its dot
     * @param to number of the other's
     * @param share of the last spike's lift that came this way; below zero for one that lowered the potential
     */
    public record Link(int from, int to, double share) {}

    /** The graph as a figure of a page. */
    public String figure() {
        List<TreeMap<Integer, Integer>> rows = rows();
        int[] tops = new int[lanes.size()];
        int[] heights = new int[lanes.size()];
        int top = TOP;
        for (int lane = 0; lane < tops.length; lane++) {
            tops[lane] = top;
            heights[lane] = lanes.get(lane).isSound()
                    ? SOUND
                    : Math.max(
                            LEAST_LANE,
                            Math.min(LANE_LIMIT, ROW * rows.get(lane).size()));
            top += heights[lane] + GAP;
        }
        int bottom = top - GAP;
        Svg svg = Svg.chart(WIDTH, bottom + 40, "spikes and what lifted them, from the earliest to the last");
        Scale across = Scale.linear(from, until, LEFT, RIGHT);
        for (int lane = 0; lane < tops.length; lane++) {
            addLane(svg, lane, tops[lane], heights[lane], rows.get(lane), across);
        }
        double[] ys = new double[dots.size()];
        for (int i = 0; i < ys.length; i++) {
            Dot dot = dots.get(i);
            ys[i] = y(dot, tops[dot.lane()], heights[dot.lane()], rows.get(dot.lane()));
        }
        links.forEach(link -> addLink(svg, link, ys, across));
        for (int i = 0; i < ys.length; i++) {
            addDot(svg, dots.get(i), across.at(dots.get(i).seconds()), ys[i]);
        }
        svg.addSeconds(across, bottom);
        return "<figure class=\"ends-first\">" + svg.markup() + "</figure>\n";
    }

    /** The neurons of each lane that fire, in order, with their places from 0. */
    private List<TreeMap<Integer, Integer>> rows() {
        List<TreeMap<Integer, Integer>> rows = new ArrayList<>();
        lanes.forEach(lane -> rows.add(new TreeMap<>()));
        dots.forEach(dot -> rows.get(dot.lane()).put(dot.row(), 0));
        for (TreeMap<Integer, Integer> lane : rows) {
            int place = 0;
            for (Integer neuron : List.copyOf(lane.keySet())) {
                lane.put(neuron, place++);
            }
        }
        return rows;
    }

    private void addLane(Svg svg, int number, int top, int height, TreeMap<Integer, Integer> rows, Scale across) {
        Lane lane = lanes.get(number);
        svg.addTitle(LEFT, top - 8, lane.name());
        for (Stretch stretch : stretches) {
            if (stretch.lane() == number) {
                double left = across.at(Math.max(from, stretch.from()));
                svg.add(
                        "image class='sound' x='%s' y='%s' width='%s' height='%s' preserveAspectRatio='none'"
                                + " href='data:image/png;base64,%s'",
                        left, top, across.at(Math.min(until, stretch.until())) - left, height, stretch.png());
            }
        }
        svg.addAxes(LEFT, top, RIGHT, top + height);
        if (lane.isSound()) {
            addFrequencies(svg, lane, top, height);
        } else if (rows.size() <= NAMED_ROWS) {
            rows.forEach((neuron, place) ->
                    svg.addText(LEFT - 8, place(place, rows.size(), top, height) + 4, "end", "neuron " + neuron));
        } else {
            svg.addText(LEFT - 8, top + 9, "end", "neuron " + rows.lastKey());
            svg.addText(LEFT - 8, top + height, "end", "neuron " + rows.firstKey());
            for (Dot dot : dots) {
                double y =
                        dot.last() && dot.lane() == number ? place(rows.get(dot.row()), rows.size(), top, height) : 0;
                if (y > top + LABEL && y < top + height - LABEL) {
                    svg.addText(LEFT - 8, y + 4, "end", "neuron " + dot.row());
                }
            }
        }
    }

    private static void addFrequencies(Svg svg, Lane lane, int top, int height) {
        double row = (double) height / lane.centresHertz().length;
        double above = Double.NEGATIVE_INFINITY;
        for (Tick tick : octaves(lane.centresHertz())) {
            double y = top + height - (tick.band() + 0.5) * row;
            svg.add("path class='axis' stroke='#777777' d='M%s,%sh-4'", LEFT, y);
            if (y - above >= 11) {
                svg.addText(LEFT - 8, y + 4, "end", tick.label() + " Hz");
                above = y;
            }
        }
    }

    private double y(Dot dot, int top, int height, TreeMap<Integer, Integer> rows) {
        Lane lane = lanes.get(dot.lane());
        return lane.isSound()
                ? top + height - (dot.row() + 0.5) * height / lane.centresHertz().length
                : place(rows.get(dot.row()), rows.size(), top, height);
    }

    /** Low numbers at the bottom. */
    private static double place(int place, int count, int top, int height) {
        return top + height - (place + 0.5) * height / count;
    }

    private void addLink(Svg svg, Link link, double[] ys, Scale across) {
        double x = across.at(dots.get(link.from()).seconds());
        double end = across.at(dots.get(link.to()).seconds());
        double middle = (x + end) / 2;
        boolean lowers = link.share() < 0;
        svg.add(
                "path class='bar %s' fill='none' stroke='%s' stroke-opacity='0.45' stroke-width='%s' stroke-dasharray='%s'"
                        + " d='M%s,%sC%s,%s %s,%s %s,%s'",
                Palette.style(lowers ? ROOT_SERIES : 0),
                Palette.colour(lowers ? ROOT_SERIES : 0),
                THINNEST + WIDEST * Math.min(1, Math.abs(link.share())),
                lowers ? "4 3" : "none",
                x,
                ys[link.from()],
                middle,
                ys[link.from()],
                middle,
                ys[link.to()],
                end,
                ys[link.to()]);
    }

    private static void addDot(Svg svg, Dot dot, double x, double y) {
        int series = dot.last() ? ROOT_SERIES : 0;
        String colour = Palette.colour(series);
        String circle = "circle class='dot " + Palette.style(series) + "' cx='%s' cy='%s' r='%s' fill='%s'";
        double radius = SMALLEST + GROWTH * Math.sqrt(Math.min(1, dot.share()));
        if (dot.address().isEmpty()) {
            svg.addHinted(dot.hint(), circle, x, y, radius, colour);
        } else {
            svg.addLinked(dot.address(), dot.hint(), circle, x, y, radius, colour);
        }
    }

    /**
     * A round frequency.
     *
     * @param band where it lies, in bands from the centre of the first; between two of them in proportion
     * @param hertz the frequency
     */
    private record Tick(double band, double hertz) {

        /** Such as {@code 500} or {@code 2k}, below a heading with the unit. */
        String label() {
            double shown = hertz >= 1000 ? hertz / 1000 : hertz;
            String number = shown == Math.rint(shown) ? Long.toString((long) shown) : Double.toString(shown);
            return hertz >= 1000 ? number + "k" : number;
        }
    }

    /**
     * The octaves within the bands, from high to low, so that the most used have their labels first where room is short; the centre of the
     * first band if there are none.
     */
    private static List<Tick> octaves(double[] centresHertz) {
        List<Tick> ticks = new ArrayList<>();
        int last = centresHertz.length - 1;
        for (double hertz = LOWEST_HERTZ; hertz <= centresHertz[last]; hertz *= 2) {
            if (hertz >= centresHertz[0]) {
                ticks.add(0, new Tick(band(centresHertz, hertz), hertz));
            }
        }
        if (ticks.isEmpty()) {
            ticks.add(new Tick(0, Math.rint(centresHertz[0])));
        }
        return ticks;
    }

    private static double band(double[] centres, double hertz) {
        int upper = 1;
        while (upper < centres.length - 1 && centres[upper] < hertz) {
            upper++;
        }
        if (centres.length == 1) {
            return 0;
        }
        return upper - 1 + (hertz - centres[upper - 1]) / (centres[upper] - centres[upper - 1]);
    }
}
