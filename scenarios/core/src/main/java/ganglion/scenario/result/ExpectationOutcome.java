package ganglion.scenario.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One expectation, checked.
 *
 * @param pointer JSON pointer to the expectation in the scenario
 * @param text what is expected, human-readable without the scenario file
 * @param passed whether it holds
 * @param found value of the run, with unit
 * @param expected values that pass, with unit
 * @param departure where a raster diverges from the expected one
 * @param value the value of the run as a number, if it is one
 */
public record ExpectationOutcome(
        String pointer,
        String text,
        boolean passed,
        String found,
        String expected,
        Optional<RasterDivergence> departure,
        Optional<FoundValue> value) {

    /** An outcome that is not about rasters. */
    public ExpectationOutcome(String pointer, String text, boolean passed, String found, String expected) {
        this(pointer, text, passed, found, expected, Optional.empty());
    }

    /** An outcome without a number. */
    public ExpectationOutcome(
            String pointer,
            String text,
            boolean passed,
            String found,
            String expected,
            Optional<RasterDivergence> departure) {
        this(pointer, text, passed, found, expected, departure, Optional.empty());
    }

    /** An outcome from the keys of {@link #document}. */
    @JsonCreator
    static ExpectationOutcome of(
            @JsonProperty("pointer") String pointer,
            @JsonProperty("text") String text,
            @JsonProperty("passed") boolean passed,
            @JsonProperty("found") String found,
            @JsonProperty("expected") String expected,
            @JsonProperty("value") Double value,
            @JsonProperty("unit") String unit) {
        ExpectationOutcome outcome = new ExpectationOutcome(pointer, text, passed, found, expected);
        return value == null ? outcome : outcome.withValue(value, unit);
    }

    /** What documents say of it: all but rasters. */
    @JsonValue
    public Map<String, Object> document() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("pointer", pointer);
        keys.put("text", text);
        keys.put("passed", passed);
        keys.put("found", found);
        keys.put("expected", expected);
        value.ifPresent(number -> {
            keys.put("value", number.value());
            keys.put("unit", number.unit());
        });
        return keys;
    }

    /** The same outcome with the value of the run as a number. */
    public ExpectationOutcome withValue(double number, String unit) {
        FoundValue numeric = new FoundValue(number, unit);
        return new ExpectationOutcome(pointer, text, passed, found, expected, departure, Optional.of(numeric));
    }

    /**
     * What a run has of an expectation, as a number.
     *
     * @param value in the unit
     * @param unit such as {@code s} or {@code J}; empty for a plain number
     */
    public record FoundValue(double value, String unit) {}

    /**
     * The first spike at which a population diverges from a golden raster.
     *
     * @param population name
     * @param tick tick of the spike
     * @param neuron the neuron whose spike is missing or too many
     */
    public record RasterDivergence(String population, long tick, int neuron) {}
}
