package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** FLAC. */
final class FlacFuzzTest {

    @RegisterExtension
    static final Target TARGET = Sounds.target("flac").mending(Checksums::flac);

    @FuzzTest
    void decode(byte[] input) {
        TARGET.feed(input);
    }
}
