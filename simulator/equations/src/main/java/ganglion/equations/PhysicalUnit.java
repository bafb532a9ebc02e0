package ganglion.equations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A physical unit as powers of millivolt, millisecond and picoampere.
 *
 * @param factor how many coherent units it is: 1000 for nA, since the coherent unit of current is pA
 * @param volts power of the voltage
 * @param seconds power of the time
 * @param amperes power of the current
 */
record PhysicalUnit(double factor, double volts, double seconds, double amperes) {

    static final PhysicalUnit NONE = new PhysicalUnit(1, 0, 0, 0);

    private static final Map<String, PhysicalUnit> BY_NAME = units();

    private static Map<String, PhysicalUnit> units() {
        Map<String, PhysicalUnit> units = new LinkedHashMap<>();
        put(units, 1, 0, 0, "mV", 1, "V", 1e3, "uV", 1e-3);
        put(units, 0, 1, 0, "ms", 1, "s", 1e3, "us", 1e-3);
        put(units, 0, 0, 1, "pA", 1, "nA", 1e3, "uA", 1e6, "mA", 1e9, "A", 1e12, "fA", 1e-3);
        put(units, -1, 0, 1, "nS", 1, "uS", 1e3, "mS", 1e6, "S", 1e9, "pS", 1e-3);
        put(units, -1, 1, 1, "pF", 1, "nF", 1e3, "uF", 1e6, "mF", 1e9, "F", 1e12, "fF", 1e-3);
        put(units, 1, 0, -1, "Gohm", 1, "Mohm", 1e-3, "kohm", 1e-6, "ohm", 1e-9);
        put(units, 0, -1, 0, "kHz", 1, "Hz", 1e-3, "MHz", 1e3);
        put(units, 0, 1, 1, "fC", 1, "pC", 1e3);
        return units;
    }

    private static void put(
            Map<String, PhysicalUnit> units, double volts, double seconds, double amperes, Object... names) {
        for (int i = 0; i < names.length; i += 2) {
            units.put(
                    (String) names[i],
                    new PhysicalUnit(((Number) names[i + 1]).doubleValue(), volts, seconds, amperes));
        }
    }

    /** The unit of a name. */
    static Optional<PhysicalUnit> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The names of all units, for messages. */
    static Stream<String> names() {
        return BY_NAME.keySet().stream();
    }

    PhysicalUnit times(PhysicalUnit other) {
        return new PhysicalUnit(
                factor * other.factor, volts + other.volts, seconds + other.seconds, amperes + other.amperes);
    }

    PhysicalUnit power(double exponent) {
        return new PhysicalUnit(
                StrictMath.pow(factor, exponent), volts * exponent, seconds * exponent, amperes * exponent);
    }

    /** The coherent unit of the same kind. */
    PhysicalUnit withoutFactor() {
        return new PhysicalUnit(1, volts, seconds, amperes);
    }

    /** Whether numbers in both units can be added. */
    boolean fits(PhysicalUnit other) {
        return volts == other.volts && seconds == other.seconds && amperes == other.amperes;
    }

    /** As texts of equations have it: {@code mV}, {@code pA/ms}, {@code 1}. */
    String text() {
        return BY_NAME.entrySet().stream()
                .filter(each -> fits(each.getValue())
                        && factor == each.getValue().factor
                        && (volts != 0 || amperes != 0 || seconds > 0))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> {
                    String above = powers(1, "*");
                    return (above.isEmpty() ? "1" : above) + powers(-1, "/");
                });
    }

    private String powers(int sign, String operator) {
        StringBuilder text = new StringBuilder();
        Map.of("pA", amperes, "mV", volts, "ms", seconds).entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByKey().reversed())
                .filter(each -> each.getValue() * sign > 0)
                .forEach(each -> text.append(text.isEmpty() && sign > 0 ? "" : operator)
                        .append(each.getKey())
                        .append(exponent(Math.abs(each.getValue()))));
        return text.toString();
    }

    private static String exponent(double power) {
        return power == 1
                ? ""
                : "^" + (power == Math.rint(power) ? Integer.toString((int) power) : Double.toString(power));
    }
}
