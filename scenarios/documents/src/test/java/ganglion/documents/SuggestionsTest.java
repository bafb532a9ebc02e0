package ganglion.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

    private static final List<String> WORDS = List.of("threshold", "beta", "reset", "refractory-ticks", "rest");

    @ParameterizedTest
    @CsvSource({
        "treshold, threshold",
        "thresholds, threshold",
        "Beta, beta",
        "bata, beta",
        "beat, beta",
        "refractoryTicks, refractory-ticks",
        "refractory_tick, refractory-ticks"
    })
    void findsTheWordThatWasMeant(String word, String expected) {
        assertEquals(Optional.of(expected), Suggestions.nearest(word, WORDS));
        assertEquals(", did you mean \"" + expected + "\"?", Suggestions.hint(word, WORDS));
    }

    @Test
    void prefersTheWordThatDiffersByAHyphenAlone() {
        assertEquals(
                Optional.of("spinnaker-2"),
                Suggestions.nearest("spinnaker2", List.of("spinnaker", "spinnaker-2", "spinnaker-board")));
    }

    @ParameterizedTest
    @CsvSource({"gamma", "x", "weights", "thr"})
    void staysSilentWhenNothingIsNear(String word) {
        assertEquals(Optional.empty(), Suggestions.nearest(word, WORDS));
        assertEquals("", Suggestions.hint(word, WORDS));
    }

    @Test
    void hasNothingToSuggestFromNothing() {
        assertTrue(Suggestions.nearest("beta", List.of()).isEmpty());
    }
}
