package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ogg Vorbis. */
final class OggFuzzTest {

    @RegisterExtension
    static final Target TARGET = Sounds.target("ogg").mending(Checksums::ogg);

    @FuzzTest
    void decode(byte[] input) {
        TARGET.feed(input);
    }
}
