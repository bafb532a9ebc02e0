package ganglion.scenario.result;

import java.util.Optional;

/**
 * One expectation, checked.
 *
 * @param pointer JSON pointer to the expectation in the scenario
 * @param text what is expected, as a sentence a reader of the report understands without the file
 * @param passed whether it holds
 * @param found what the run gave, with unit
 * @param expected what would have passed, with unit
 * @param departure where a raster first differs from the one that was expected
 */
public record ExpectationOutcome(
        String pointer,
        String text,
        boolean passed,
        String found,
        String expected,
        Optional<RasterDeparture> departure) {

    /** An outcome that is not about rasters. */
    public ExpectationOutcome(String pointer, String text, boolean passed, String found, String expected) {
        this(pointer, text, passed, found, expected, Optional.empty());
    }
}
