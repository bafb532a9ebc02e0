package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** SONATA spike files. */
final class SonataFuzzTest {

    @RegisterExtension
    static final Target TARGET = Networks.target("sonata", "taps.h5", "'taps.h5#in'", "weights: 0.5");

    @DictionaryEntries({"spikes", "timestamps", "node_ids", "units"})
    @FuzzTest
    void validate(byte[] input) {
        TARGET.feed(input);
    }
}
