package ganglion.report.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ParallelWritingTest {

    @Test
    void aPieceMayUseWhatOneBeforeItGives() throws IOException {
        ParallelWriting writing = new ParallelWriting();
        Supplier<Integer> first = writing.give(() -> 6);
        Supplier<Integer> second = writing.give(() -> 7 * first.get());

        writing.run();

        assertEquals(42, second.get());
    }

    @Test
    void theFailureOfAPieceIsThatOfAll() {
        ParallelWriting writing = new ParallelWriting();
        Supplier<Integer> failing = writing.give(() -> {
            throw new IOException("no space left");
        });
        writing.add(failing::get);

        IOException failure = assertThrows(IOException.class, writing::run);

        assertEquals("no space left", failure.getMessage());
    }
}
