package ganglion.scenario.expect;

import ganglion.documents.place.DocumentPath;
import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.data.RasterFile;
import ganglion.scenario.model.Measure;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;

/** Distances of a run from a golden raster, for networks whose spikes need not be exactly equal. */
final class RasterDistances {

    /** Most table entries of the Victor-Purpura distance of one neuron: some seconds of work. */
    private static final long MOST_STEPS = 4_000_000_000L;

    private RasterDistances() {}

    static Measured victorPurpura(Measure.VictorPurpura measure, Evidence evidence) {
        return measured(
                "Victor-Purpura distance from ",
                measure.golden(),
                evidence,
                (one, other) -> victorPurpura(one, other, measure.costPerTick()),
                total -> total);
    }

    static Measured vanRossum(Measure.VanRossum measure, Evidence evidence) {
        return measured(
                "van Rossum distance from ",
                measure.golden(),
                evidence,
                (one, other) -> squaredVanRossum(one, other, measure.timeConstantTicks()),
                Math::sqrt);
    }

    /** Turns the sum over all neurons into the distance. */
    private interface Total {
        double of(double sum);
    }

    private static Measured measured(
            String what,
            DocumentPath file,
            Evidence evidence,
            ToDoubleBiFunction<long[], long[]> ofNeuron,
            Total distance) {
        String text = what + file;
        try {
            RasterFile golden = RasterFile.read(file.resolved());
            Optional<String> other = RasterDifference.frameDifference(evidence.raster(), golden, RasterCheck.GOLDEN);
            return other.isPresent()
                    ? Measured.unknown(text, other.get())
                    : measured(text, golden, evidence, ofNeuron, distance);
        } catch (TableException e) {
            return Measured.unknown(text, RasterCheck.unusable(file, e));
        }
    }

    private static Measured measured(
            String text,
            RasterFile golden,
            Evidence evidence,
            ToDoubleBiFunction<long[], long[]> ofNeuron,
            Total distance) {
        double sum = 0;
        double farthest = 0;
        String remark = "";
        for (Map.Entry<String, SpikeRaster> entry : golden.rasters().entrySet()) {
            long[][] found = SpikeTrains.of(evidence.result().spikesOf(entry.getKey()));
            long[][] wanted = SpikeTrains.of(entry.getValue());
            for (int neuron = 0; neuron < found.length; neuron++) {
                if ((long) found[neuron].length * wanted[neuron].length > MOST_STEPS) {
                    return Measured.unknown(
                            text, "neuron " + neuron + " of " + entry.getKey() + " fires too often to compare");
                }
                double own = ofNeuron.applyAsDouble(found[neuron], wanted[neuron]);
                sum += own;
                if (own > farthest) {
                    farthest = own;
                    remark = "neuron " + neuron + " of " + entry.getKey() + " is farthest";
                }
            }
        }
        return new Measured(text, OptionalDouble.of(distance.of(sum)), remark);
    }

    /** Least cost of turning one train into the other, by dynamic programming, row by row. */
    static double victorPurpura(long[] one, long[] other, double costPerTick) {
        double[] above = new double[other.length + 1];
        for (int j = 0; j <= other.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length; i++) {
            double[] row = new double[other.length + 1];
            row[0] = i;
            for (int j = 1; j <= other.length; j++) {
                double moved = above[j - 1] + costPerTick * Math.abs(one[i - 1] - other[j - 1]);
                row[j] = Math.min(moved, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[other.length];
    }

    /**
     * Half the sum over all pairs of spikes of exp(-|difference| / tau), where pairs from different trains count negative:
     * the closed form of the integral. One pass, because the terms of all earlier spikes decay together.
     */
    static double squaredVanRossum(long[] one, long[] other, double timeConstantTicks) {
        double sum = (one.length + other.length) / 2.0;
        double earlier = 0;
        long last = 0;
        int i = 0;
        int j = 0;
        while (i < one.length || j < other.length) {
            boolean first = j == other.length || i < one.length && one[i] <= other[j];
            long tick = first ? one[i++] : other[j++];
            int sign = first ? 1 : -1;
            earlier *= Math.exp((last - tick) / timeConstantTicks);
            sum += sign * earlier;
            earlier += sign;
            last = tick;
        }
        return Math.max(0, sum); // rounding may give a value just below zero
    }
}
