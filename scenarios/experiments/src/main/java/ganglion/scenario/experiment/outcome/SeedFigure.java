package ganglion.scenario.experiment.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.WilsonInterval;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure that is reported per seed, and over all seeds together. Each task lists its own.
 *
 * @param key of the statistics in the result, within {@code accuracy} if it is one, else within {@code figures}
 * @param keyOfSeed of the figure of one seed in the result
 * @param of the set of samples it is measured on, human-readable
 * @param measure the measure, human-readable
 * @param pointer its place in the result of one seed
 * @param format how a value is written in a human-readable text
 */
public record SeedFigure(String key, String keyOfSeed, String of, String measure, String pointer, Format format) {

    /** The same, and the accuracy of the naive baseline on the same sets. */
    public static final List<SeedFigure> BESIDE_BASELINES = List.of(
            accuracy("validation", "validation", "/validation/accuracy"),
            accuracy("test", "test", "/test/accuracy"),
            accuracy("validationBaseline", "naive baseline, validation", "/validation/baseline/accuracy"),
            accuracy("testBaseline", "naive baseline, test", "/test/baseline/accuracy"));

    /** How a value is written. */
    public enum Format {
        /** A share in percent. */
        PERCENT("%.2f %%", 100),
        /** A share as a number. */
        SHARE("%.3f", 1);

        private final String pattern;
        private final double factor;

        Format(String pattern, double factor) {
            this.pattern = pattern;
            this.factor = factor;
        }

        String text(double value) {
            return String.format(Locale.ROOT, pattern, factor * value);
        }
    }

    /** A share of right decisions. */
    public static SeedFigure accuracy(String key, String of, String pointer) {
        return new SeedFigure(key, key + "Accuracy", of, "accuracy", pointer, Format.PERCENT);
    }

    /** Any other figure. */
    public static SeedFigure figure(String key, String of, String measure, String pointer, Format format) {
        return new SeedFigure(key, key, of, measure, pointer, format);
    }

    /** Whether it is an accuracy. */
    public boolean isAccuracy() {
        return measure.equals("accuracy");
    }

    /** The figure in the result of one seed; absent if there is none. */
    public Optional<JsonNode> in(ObjectNode result) {
        JsonNode found = result.at(pointer);
        return found.isNumber() ? Optional.of(found) : Optional.empty();
    }

    /** The human-readable value of one seed, with its interval where the result has one; empty if there is none. */
    public String cell(ObjectNode result) {
        JsonNode interval = result.at(pointer + "Interval");
        String between = interval.isArray()
                ? " "
                        + new WilsonInterval(
                                        interval.path(0).asDouble(),
                                        interval.path(1).asDouble())
                                .percent()
                : "";
        return in(result).map(value -> format.text(value.asDouble()) + between).orElse("");
    }

    /** Title of a column with one value per seed. */
    public String title() {
        return of + " " + measure;
    }

    /** All values in one human-readable line. */
    public String line(double[] values) {
        if (values.length == 1) {
            return of + ": " + measure + " " + format.text(values[0]);
        }
        return spread(of + ", " + values.length + " seeds: " + measure, values, format);
    }

    /** Mean, standard deviation, smallest and largest of at least two values behind what they are, in one human-readable line. */
    public static String spread(String what, double[] values, Format format) {
        DoubleSummaryStatistics found = Arrays.stream(values).summaryStatistics();
        return what + " mean " + format.text(mean(values)) + ", standard deviation "
                + format.text(standardDeviation(values).orElseThrow()) + ", from "
                + format.text(found.getMin()) + " to " + format.text(found.getMax());
    }

    /** Mean, standard deviation, smallest and largest of at least one value, for a result. */
    public static ObjectNode statistics(double[] values) {
        DoubleSummaryStatistics found = Arrays.stream(values).summaryStatistics();
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("mean", mean(values));
        FiniteNumbers.put(node, "standardDeviation", standardDeviation(values).orElse(Double.NaN));
        return node.put("min", found.getMin()).put("max", found.getMax());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).summaryStatistics().getAverage();
    }

    /** Of the sample, with a divisor of one less than there are values; absent for a single one. */
    static OptionalDouble standardDeviation(double[] values) {
        if (values.length < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return OptionalDouble.of(Math.sqrt(sum / (values.length - 1)));
    }
}
