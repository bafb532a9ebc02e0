package ganglion.scenario.experiment.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure that is told of each seed, and of all together.
 *
 * @param key of the statistics in the result, within {@code accuracy} if it is one, else within {@code figures}
 * @param keyOfSeed of the figure of one seed in the result
 * @param of what it is taken on, for people
 * @param measure what it is, for people
 * @param pointer where it stands in the result of one seed
 * @param format how a value is written for people
 */
public record SeedFigure(String key, String keyOfSeed, String of, String measure, String pointer, Format format) {

    /** All figures of all tasks. A result has those of its own task. */
    static final List<SeedFigure> ALL = List.of(
            accuracy("validation", "validation", "/validation/accuracy"),
            accuracy("test", "test", "/test/accuracy"),
            accuracy("testWithoutSpikes", "test, without spikes", "/energyComparison/networks/1/testAccuracy"),
            accuracy("testWithoutSpikes8Bits", "test, 8 bits", "/energyComparison/networks/2/testAccuracy"),
            figure("cleanMacroF1", "clean", "macro F1", "/trials/0/detectors/macroF1", Format.SHARE),
            figure("noisyMacroF1", "noise at 10 dB", "macro F1", "/trials/1/detectors/macroF1", Format.SHARE),
            figure("linearCleanMacroF1", "clean, linear", "macro F1", "/trials/0/linearBaseline/macroF1", Format.SHARE),
            figure("lastLoss", "last epoch", "loss", "/transform/losses/-1", Format.SMALL),
            figure("largestError", "outputs", "largest error", "/transform/largestError", Format.SMALL),
            figure(
                    "rightToThreeDecimals",
                    "amplitudes",
                    "right to three decimals",
                    "/amplitudes/best/rightToThreeDecimals",
                    Format.PERCENT),
            figure("meanError", "amplitudes", "mean error", "/amplitudes/best/meanAbsoluteError", Format.SMALL),
            accuracy("test", "test", "/rhythm/seeds/0/testAccuracy"));

    /** How a value is written for people. */
    public enum Format {
        /** A share in percent. */
        PERCENT("%.2f %%", 100),
        /** A share as a number. */
        SHARE("%.3f", 1),
        /** A number of any size. */
        SMALL("%.2e", 1);

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

    private static SeedFigure accuracy(String key, String of, String pointer) {
        return new SeedFigure(key, key + "Accuracy", of, "accuracy", pointer, Format.PERCENT);
    }

    private static SeedFigure figure(String key, String of, String measure, String pointer, Format format) {
        return new SeedFigure(key, key, of, measure, pointer, format);
    }

    boolean isAccuracy() {
        return measure.equals("accuracy");
    }

    /** The figure in the result of one seed; absent if there is none. */
    Optional<JsonNode> in(ObjectNode result) {
        JsonNode list = result.at(pointer.replaceFirst("/-1$", ""));
        JsonNode found = list.isArray() ? list.path(list.size() - 1) : list;
        return found.isNumber() ? Optional.of(found) : Optional.empty();
    }

    /** One value for people; empty if there is none. */
    String cell(ObjectNode result) {
        return in(result).map(value -> format.text(value.asDouble())).orElse("");
    }

    /** Title of a column with one value a seed. */
    String title() {
        return of + " " + measure;
    }

    /** All values in a line. */
    public String line(double[] values) {
        if (values.length == 1) {
            return of + ": " + measure + " " + format.text(values[0]);
        }
        DoubleSummaryStatistics found = summary(values);
        return of + ", " + values.length + " seeds: " + measure + " mean " + format.text(found.getAverage())
                + ", standard deviation "
                + format.text(standardDeviation(values).orElseThrow()) + ", from "
                + format.text(found.getMin()) + " to " + format.text(found.getMax());
    }

    static DoubleSummaryStatistics summary(double[] values) {
        DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();
        for (double value : values) {
            statistics.accept(value);
        }
        return statistics;
    }

    /** Of the sample, with a divisor of one less than there are values; absent for a single one. */
    static OptionalDouble standardDeviation(double[] values) {
        if (values.length < 2) {
            return OptionalDouble.empty();
        }
        double mean = summary(values).getAverage();
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return OptionalDouble.of(Math.sqrt(sum / (values.length - 1)));
    }
}
