package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Weights of a projection as CSV. */
final class WeightsCsvFuzzTest {

    @RegisterExtension
    static final Target TARGET = Networks.weights("weights-csv", "weights.csv", "");

    @CsvNumbers
    @FuzzTest
    void validate(byte[] input) {
        TARGET.feed(input);
    }
}
