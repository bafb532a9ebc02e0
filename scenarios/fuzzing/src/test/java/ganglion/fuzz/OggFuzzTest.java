package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.AfterAll;

/** Ogg Vorbis. */
final class OggFuzzTest {

    private static final Target TARGET = Sounds.target("ogg").mending(Checksums::ogg);

    @FuzzTest
    void decode(byte[] input) {
        TARGET.feed(input);
    }

    @AfterAll
    static void report() {
        TARGET.report();
    }
}
