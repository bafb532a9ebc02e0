package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Data sets in the layout of the Spiking Heidelberg Digits. */
final class ShdFuzzTest {

    @RegisterExtension
    static final Target TARGET = Networks.samples("shd", "samples.h5");

    @FuzzTest
    void validate(byte[] input) {
        TARGET.feed(input);
    }
}
