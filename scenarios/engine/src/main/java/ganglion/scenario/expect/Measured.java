package ganglion.scenario.expect;

import java.util.OptionalDouble;

/**
 * A figure of a run, or why there is none.
 *
 * @param text what was measured, as a reader of the report understands it
 * @param value the figure in the measure's unit; absent if it is not known
 * @param remark what else there is to say: why it is unknown, or which neuron stands out; may be empty
 */
record Measured(String text, OptionalDouble value, String remark) {

    static Measured of(String text, double value) {
        return new Measured(text, OptionalDouble.of(value), "");
    }

    static Measured of(String text, OptionalDouble value, String ifUnknown) {
        return new Measured(text, value, value.isPresent() ? "" : ifUnknown);
    }

    static Measured unknown(String text, String why) {
        return new Measured(text, OptionalDouble.empty(), why);
    }
}
