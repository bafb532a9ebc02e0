package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Weights of a projection in an NPZ archive. */
final class WeightsNpzFuzzTest {

    @RegisterExtension
    static final Target TARGET =
            Networks.weights("weights-npz", "weights.npz", "#hidden").mending(Checksums::zip);

    @FuzzTest
    void validate(byte[] input) {
        TARGET.feed(input);
    }
}
