package ganglion.documents.key;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.seconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SingleValueTest {

    private static final Key<Integer> SIZE = Key.of("size", integer().from(1).to(9));
    private static final Key<Double> HOP = Key.of("hop", seconds()).example("2 ms");

    private static <T> T read(Key<T> key, String text) {
        return key.in(SingleValue.of(key, SingleValue.node(text)));
    }

    private static String refusal(Key<?> key, String text) {
        return assertThrows(IllegalArgumentException.class, () -> read(key, text))
                .getMessage();
    }

    @Test
    void readsTextsAsADocumentWould() {
        assertEquals(3, read(SIZE, "3"));
        assertEquals(0.005, read(HOP, "5 ms"));
    }

    @Test
    void refusesWhatADocumentMayNotHave() {
        assertEquals("found 0, expected at least 1", refusal(SIZE, "0"));
        assertEquals("found \"x\", expected a whole number from 1 to 9", refusal(SIZE, "x"));
        assertEquals("found 5, expected a time such as 2 ms (s, ms, us, ns, ps)", refusal(HOP, "5"));
    }
}
