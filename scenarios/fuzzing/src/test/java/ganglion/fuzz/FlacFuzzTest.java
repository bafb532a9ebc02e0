package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.AfterAll;

/** FLAC. */
final class FlacFuzzTest {

    private static final Target TARGET = Sounds.target("flac").mending(Checksums::flac);

    @FuzzTest
    void decode(byte[] input) {
        TARGET.feed(input);
    }

    @AfterAll
    static void report() {
        TARGET.report();
    }
}
