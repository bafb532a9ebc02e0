package ganglion.documents.quantity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a quantity measures, with the units it may be written in. */
public enum Dimension {
    /** Energy, in joules. */
    ENERGY("an energy", "23.6 pJ", units("J", 1, "mJ", 1e-3, "uJ", 1e-6, "nJ", 1e-9, "pJ", 1e-12, "fJ", 1e-15)),
    /** A length of time, in seconds. */
    TIME("a time", "3.5 ns", units("s", 1, "ms", 1e-3, "us", 1e-6, "ns", 1e-9, "ps", 1e-12)),
    /** Power, in watts. */
    POWER("a power", "104 mW", units("W", 1, "kW", 1e3, "mW", 1e-3, "uW", 1e-6, "nW", 1e-9)),
    /** Events or cycles per second, in hertz. */
    FREQUENCY("a frequency", "64 MHz", units("Hz", 1, "kHz", 1e3, "MHz", 1e6, "GHz", 1e9)),
    /** Size of a memory, in bytes; kB counts in thousands, KiB in 1024. */
    MEMORY(
            "a memory size",
            "128 KiB",
            units("B", 1, "bit", 0.125, "kB", 1e3, "KiB", 0x1p10, "MB", 1e6, "MiB", 0x1p20, "GB", 1e9, "GiB", 0x1p30)),
    /** Electric potential, in volts. */
    VOLTAGE("a voltage", "0.8 V", units("V", 1, "mV", 1e-3)),
    /** What a battery holds, in ampere-hours. */
    CHARGE("a charge", "230 mAh", units("Ah", 1, "mAh", 1e-3)),
    /** A number of things, without a unit. */
    COUNT("a number", "1024", units("", 1));

    private final String description;
    private final String example;
    private final Map<String, Double> factorByUnit;

    Dimension(String description, String example, Map<String, Double> factorByUnit) {
        this.description = description;
        this.example = example;
        this.factorByUnit = factorByUnit;
    }

    /** Text for messages, with its article, such as {@code an energy}. */
    public String description() {
        return description;
    }

    /** A value as one would write it, such as {@code 23.6 pJ}. */
    public String example() {
        return example;
    }

    /** The unit that values are kept in; empty for a plain number. */
    public String baseUnit() {
        return factorByUnit.keySet().iterator().next();
    }

    /** How many base units one of each unit is; the base unit comes first. Unmodifiable, in the order messages list them. */
    public Map<String, Double> factorByUnit() {
        return factorByUnit;
    }

    private static Map<String, Double> units(Object... namesAndFactors) {
        Map<String, Double> factors = new LinkedHashMap<>();
        for (int i = 0; i < namesAndFactors.length; i += 2) {
            factors.put((String) namesAndFactors[i], ((Number) namesAndFactors[i + 1]).doubleValue());
        }
        return Collections.unmodifiableMap(factors);
    }
}
