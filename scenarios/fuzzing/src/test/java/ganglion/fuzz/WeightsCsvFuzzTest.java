package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.AfterAll;

/** Weights of a projection as CSV. */
final class WeightsCsvFuzzTest {

    private static final Target TARGET = Networks.weights("weights-csv", "weights.csv", "");

    @DictionaryEntries({
        "1e999",
        "-1",
        "nan",
        "inf",
        "9223372036854775807",
        "-9223372036854775808",
        "2147483648",
        "0.0000001",
        ",,",
        "\\x0A\\x0A",
        "#",
        "1e-320"
    })
    @FuzzTest
    void validate(byte[] input) {
        TARGET.feed(input);
    }

    @AfterAll
    static void report() {
        TARGET.report();
    }
}
