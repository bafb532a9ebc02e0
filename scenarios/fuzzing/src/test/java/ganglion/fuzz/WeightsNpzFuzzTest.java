package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.AfterAll;

/** Weights of a projection in an NPZ archive. */
final class WeightsNpzFuzzTest {

    private static final Target TARGET =
            Networks.weights("weights-npz", "weights.npz", "#hidden").mending(Checksums::zip);

    @FuzzTest
    void validate(byte[] input) {
        TARGET.feed(input);
    }

    @AfterAll
    static void report() {
        TARGET.report();
    }
}
