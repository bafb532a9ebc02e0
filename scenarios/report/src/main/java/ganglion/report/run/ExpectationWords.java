package ganglion.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What two runs expect, in words: differences name an expectation by its pointer. */
public final class ExpectationWords {

    private final Map<String, String> words = new HashMap<>();

    /** The words of the first run count where both have an expectation. */
    public ExpectationWords(RecordedRun first, RecordedRun second) {
        for (RecordedRun run : List.of(second, first)) {
            for (JsonNode expectation : run.result().path("expectations")) {
                words.put(
                        expectation.path("pointer").asText(),
                        expectation.path("text").asText());
            }
        }
    }

    /** Words and pointer of an expectation. */
    public String name(String pointer) {
        String text = words.getOrDefault(pointer, "");
        return text.isEmpty() ? pointer : text + " (" + pointer + ")";
    }

    /** The same differences by words. */
    public <T> Map<String, T> named(Map<String, T> byPointer) {
        Map<String, T> named = new LinkedHashMap<>();
        byPointer.forEach((pointer, pair) -> named.put(name(pointer), pair));
        return named;
    }
}
