package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Search documents, which are looked at with their experiment, as a search does before it hears anything. */
final class SearchFuzzTest {

    private static final int PROGRAMS = 200;
    private static final int LONGEST_PROGRAM = 14;

    @RegisterExtension
    static final Target TARGET = Trainings.experiment("search", "search.yaml")
            .beside("tones.yaml", () -> Corpus.file("ExperimentFuzzTestInputs/numbers"))
            .editing(SearchFuzzTest.class)
            .command("validate", "@search.yaml");

    @FuzzTest
    void validate(byte[] input) {
        TARGET.feed(input);
    }

    /** Without a campaign, too: the same edits by chance each time, of every document of the corpus. */
    @Test
    void edits() {
        Random random = new Random(1);
        for (int i = 0; i < PROGRAMS; i++) {
            byte[] program = new byte[2 + 4 * (1 + random.nextInt(LONGEST_PROGRAM / 4))];
            random.nextBytes(program);
            program[0] = (byte) 0xFF; // begins a program of edits
            TARGET.feed(program);
        }
    }
}
