package ganglion.scenario.expect;

import ganglion.scenario.model.Measure;
import java.util.DoubleSummaryStatistics;
import java.util.OptionalDouble;

/**
 * A figure of a run, or why there is none.
 *
 * @param text what was measured, human-readable
 * @param value the figure in the measure's unit; absent if it is not known
 * @param remark why the figure is unknown, or which neuron contributes most; may be empty
 */
record Measured(String text, OptionalDouble value, String remark) {

    static Measured of(String text, double value) {
        return new Measured(text, OptionalDouble.of(value), "");
    }

    static Measured of(String text, OptionalDouble value, String ifUnknown) {
        return new Measured(text, value, value.isPresent() ? "" : ifUnknown);
    }

    /** @throws IllegalArgumentException if the statistic is one of intervals */
    static Measured of(String text, Measure.Statistic statistic, DoubleSummaryStatistics values) {
        return of(
                text,
                switch (statistic) {
                    case MEAN -> values.getAverage();
                    case LOWEST -> values.getMin();
                    case HIGHEST -> values.getMax();
                    case SHORTEST, LONGEST ->
                        throw new IllegalArgumentException("values have no statistic " + statistic);
                });
    }

    static Measured unknown(String text, String why) {
        return new Measured(text, OptionalDouble.empty(), why);
    }
}
