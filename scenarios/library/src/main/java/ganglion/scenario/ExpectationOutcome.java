package ganglion.scenario;

/**
 * One expectation, checked.
 *
 * @param pointer JSON pointer to the expectation in the scenario
 * @param text what is expected, as a sentence a reader of the report understands without the file
 * @param passed whether it holds
 * @param found what the run gave, with unit
 * @param expected what would have passed, with unit
 */
public record ExpectationOutcome(String pointer, String text, boolean passed, String found, String expected) {}
