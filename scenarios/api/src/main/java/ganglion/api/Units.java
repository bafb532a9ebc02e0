package ganglion.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Numbers with units, to be imported statically: {@code import static ganglion.api.Units.*;}
 *
 * <p>Times and frequencies are types of their own. Potentials, currents and capacitances are plain numbers in the units of neuroscience, which
 * fit together: millivolts, picoamperes, picofarads. So {@code volts(0.02)} is 20. A network may as well be in other units, such as
 * thresholds of 1, as long as its thresholds and weights are in the same.
 */
@API(status = Status.STABLE, since = "0.2")
public final class Units {

    private Units() {}

    /** A time in seconds. */
    public static TimeSpan seconds(double value) {
        return TimeSpan.of(value, "s");
    }

    /** A time in milliseconds. */
    public static TimeSpan millis(double value) {
        return TimeSpan.of(value, "ms");
    }

    /** A time in microseconds. */
    public static TimeSpan micros(double value) {
        return TimeSpan.of(value, "us");
    }

    /** A time in nanoseconds. */
    public static TimeSpan nanos(double value) {
        return TimeSpan.of(value, "ns");
    }

    /** A time in ticks of the network's clock. */
    public static TimeSpan ticks(long value) {
        if (value < 0) {
            throw InvalidInputException.ofArgument("found " + value + " ticks, expected at least 0");
        }
        return new TimeSpan(value + (value == 1 ? " tick" : " ticks"));
    }

    /** A frequency in hertz. */
    public static Frequency hertz(double value) {
        return Frequency.of(value, "Hz");
    }

    /** A frequency in kilohertz. */
    public static Frequency kilohertz(double value) {
        return Frequency.of(value, "kHz");
    }

    /** A potential in volts, as millivolts. */
    public static double volts(double value) {
        return 1e3 * InvalidInputException.finite(value, "potential");
    }

    /** A potential in millivolts. */
    public static double millivolts(double value) {
        return InvalidInputException.finite(value, "potential");
    }

    /** A current in nanoamperes, as picoamperes. */
    public static double nanoamperes(double value) {
        return 1e3 * InvalidInputException.finite(value, "current");
    }

    /** A current in picoamperes. */
    public static double picoamperes(double value) {
        return InvalidInputException.finite(value, "current");
    }

    /** A capacitance in nanofarads, as picofarads. */
    public static double nanofarads(double value) {
        return 1e3 * InvalidInputException.finite(value, "capacitance");
    }

    /** A capacitance in picofarads. */
    public static double picofarads(double value) {
        return InvalidInputException.finite(value, "capacitance");
    }

    /** A value with all that the API has types for written as a scenario file has it. */
    static Object plain(Object value) {
        if (value instanceof TimeSpan || value instanceof Frequency) {
            return value.toString();
        }
        if (value instanceof RandomValue random) {
            return random.keys();
        }
        if (value instanceof StdpRule rule) {
            return rule.keys();
        }
        if (value instanceof Object[] array) {
            return plain(List.of(array));
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = inOrder(map);
            copy.replaceAll((key, each) -> plain(each));
            return copy;
        }
        if (value instanceof Iterable<?> list && !(value instanceof java.nio.file.Path)) {
            List<Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(plain(each)));
            return copy;
        }
        return value;
    }

    /** A copy in the order of a map that has one, else in that of the keys, so that documents do not depend on hashes. */
    static Map<String, Object> inOrder(Map<?, ?> map) {
        Map<String, Object> copy =
                map instanceof LinkedHashMap || map instanceof SortedMap ? new LinkedHashMap<>() : new TreeMap<>();
        map.forEach((key, each) -> copy.put(key.toString(), each));
        return copy;
    }
}
