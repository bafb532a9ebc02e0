package ganglion.report.probe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Curves over shared ticks, with few enough points to draw. Of many samples, each bin leaves its lowest and its highest value in
 * the order in which they came, so that no peak is lost.
 */
final class ThinnedCurves {

    /** More points than a wide screen has pixels show nothing more. */
    private static final int MOST_POINTS = 3000;

    private final List<String> names;
    private final long[] ticks;
    private final int binSamples;
    private final double[] lowest;
    private final double[] highest;
    private final int[] lowestAt;
    private final int[] highestAt;
    private final List<Long> pointTicks = new ArrayList<>();
    private final List<ArrayNode> points = new ArrayList<>();
    private int samples;

    /**
     * @param names one for each curve
     * @param ticks of the samples that will be added
     */
    ThinnedCurves(List<String> names, long[] ticks) {
        this.names = names;
        this.ticks = ticks;
        this.binSamples = ticks.length <= MOST_POINTS ? 1 : 1 + 2 * (ticks.length - 1) / MOST_POINTS;
        this.lowest = new double[names.size()];
        this.highest = new double[names.size()];
        this.lowestAt = new int[names.size()];
        this.highestAt = new int[names.size()];
        names.forEach(name -> points.add(JsonNodeFactory.instance.arrayNode()));
        begin();
    }

    private void begin() {
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    }

    /** Adds the value of each curve at the next tick. */
    void add(double... values) {
        for (int c = 0; c < values.length; c++) {
            if (values[c] < lowest[c]) {
                lowest[c] = values[c];
                lowestAt[c] = samples;
            }
            if (values[c] > highest[c]) {
                highest[c] = values[c];
                highestAt[c] = samples;
            }
        }
        samples++;
        if (samples % binSamples == 0 || samples == ticks.length) {
            end((samples - 1) / binSamples * binSamples);
        }
    }

    private void end(int first) {
        pointTicks.add(ticks[first]);
        boolean two = samples - first > 1;
        if (two) {
            pointTicks.add(ticks[(first + samples) / 2]);
        }
        for (int c = 0; c < lowest.length; c++) {
            boolean rises = lowestAt[c] <= highestAt[c];
            put(points.get(c), rises ? lowest[c] : highest[c]);
            if (two) {
                put(points.get(c), rises ? highest[c] : lowest[c]);
            }
        }
        begin();
    }

    /** Seven digits are enough for a curve. */
    private static void put(ArrayNode curve, double value) {
        if (Double.isFinite(value)) {
            curve.add((float) value);
        } else {
            curve.addNull();
        }
    }

    /** The curves: {@code ticks} of the points, and {@code curves}, each with its name and its values. */
    void putInto(ObjectNode target) {
        ArrayNode times = target.putArray("ticks");
        pointTicks.forEach(times::add);
        target.put("everyPoint", binSamples == 1);
        ArrayNode curves = target.putArray("curves");
        for (int c = 0; c < names.size(); c++) {
            curves.addObject().put("name", names.get(c)).set("values", points.get(c));
        }
    }
}
