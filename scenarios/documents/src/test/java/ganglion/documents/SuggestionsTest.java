package ganglion.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
    void aShortListIsToldBesideWhatWasMeant() {
        assertEquals(
                ", expected one of threshold, beta, reset, refractory-ticks, rest, did you mean \"beta\"?",
                Suggestions.expected("one of", "bata", WORDS));
        assertEquals(", expected a key of those: rest", Suggestions.expected("a key of those:", "x", List.of("rest")));
    }

    @Test
    void ofALongListOnlyWhatWasMeantOrTheFirstAreTold() {
        List<String> many =
                IntStream.range(0, 100).mapToObj(i -> "word-" + (100 + i)).toList();

        assertEquals(", did you mean \"word-142\"?", Suggestions.expected("one of", "wort-142", many));
        assertEquals(
                ", expected one of " + String.join(", ", many.subList(0, 16)) + " and 84 more",
                Suggestions.expected("one of", "thing", many));
    }

    @Test
    void hasNothingToSuggestFromNothing() {
        assertTrue(Suggestions.nearest("beta", List.of()).isEmpty());
    }
}
