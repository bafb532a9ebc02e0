package ganglion.api;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A file, a value or an argument that cannot be used. Nothing was run and nothing was written. */
@API(status = Status.STABLE, since = "0.2")
public final class InvalidInputException extends GanglionException {

    private static final long serialVersionUID = 1;

    InvalidInputException(List<Fault> faults) {
        super(faults, null);
    }

    /** A problem with an argument. */
    static InvalidInputException ofArgument(String message) {
        return new InvalidInputException(List.of(new Fault("", 0, "", message)));
    }

    /** A problem with a value that was set at a pointer. */
    static InvalidInputException ofSetting(String pointer, String message) {
        return new InvalidInputException(List.of(new Fault("", 0, pointer, message)));
    }

    /**
     * A number that must be finite.
     *
     * @param what the argument in a word or two
     */
    static double finite(double value, String what) {
        if (!Double.isFinite(value)) {
            throw ofArgument(what + ": found " + value + ", expected a finite number");
        }
        return value;
    }

    /** A whole number that has a least value. */
    static void atLeast(long least, long value, String what) {
        if (value < least) {
            throw ofArgument(what + ": found " + value + ", expected at least " + least);
        }
    }

    /** A number among as many, counted from 0. */
    static void index(int number, int count, String what) {
        if (number < 0 || number >= count) {
            throw ofArgument(what + ": found " + number + ", expected "
                    + (count == 0 ? "none, for there is none" : "0 to " + (count - 1)));
        }
    }

    /** Whole numbers that have a least value; gives a copy. */
    static int[] atLeast(int least, int[] values, String what) {
        for (int value : values) {
            atLeast(least, value, what);
        }
        return values.clone();
    }

    /** Numbers that must be finite; gives a copy. */
    static double[] finite(double[] values, String what) {
        for (double value : values) {
            finite(value, what);
        }
        return values.clone();
    }

    /** Single-precision numbers that must be finite, as doubles of the same values. */
    static double[] finite(float[] values, String what) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = finite(values[i], what);
        }
        return doubles;
    }
}
