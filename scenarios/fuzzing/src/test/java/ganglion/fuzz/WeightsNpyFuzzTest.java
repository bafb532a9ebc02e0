package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Weights of a projection as an NPY file. */
final class WeightsNpyFuzzTest {

    @RegisterExtension
    static final Target TARGET = Networks.weights("weights-npy", "weights.npy", "");

    @DictionaryEntries({
        "'descr': '<f8'",
        "'>i8'",
        "'|b1'",
        "'fortran_order': True",
        "'shape': ",
        "(3, 4)",
        "(9223372036854775807,)",
        "()"
    })
    @FuzzTest
    void validate(byte[] input) {
        TARGET.feed(input);
    }
}
