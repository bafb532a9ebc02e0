package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Recordings of runs in NPZ archives. */
final class SpikesNpzFuzzTest {

    @RegisterExtension
    static final Target TARGET = Networks.target("spikes-npz", "taps.npz", "'taps.npz#spikes.in'", "weights: 0.5")
            .mending(Checksums::zip);

    @FuzzTest
    void validate(byte[] input) {
        TARGET.feed(input);
    }
}
