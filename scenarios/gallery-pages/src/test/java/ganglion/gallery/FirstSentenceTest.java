package ganglion.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstSentenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Where does a sound come from? Two ears. | Where does a sound come from?",
                "A balanced network (T. Vogels and L. Abbott, 2005). It keeps itself going. |"
                        + " A balanced network (T. Vogels and L. Abbott, 2005).",
                "After E. Mach, an edge looks sharper. Twenty sensors. | After E. Mach, an edge looks sharper.",
                "A network (J. Comput. Neurosci. 8, 2000), smaller. More. | A network (J. Comput. Neurosci. 8, 2000), smaller.",
                "A period of 0.5 ms. And so on. | A period of 0.5 ms.",
                "No end | No end"
            })
    void endsWhereTheSentenceDoes(String text, String expected) {
        assertEquals(expected, FirstSentence.of(text));
    }

    @ParameterizedTest
    @CsvSource({"'two\nlines. More.', two lines."})
    void isOneLine(String text, String expected) {
        assertEquals(expected, FirstSentence.of(text));
    }
}
