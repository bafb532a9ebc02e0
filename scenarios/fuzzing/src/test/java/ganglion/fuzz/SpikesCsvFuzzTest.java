package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists of spikes as CSV. */
final class SpikesCsvFuzzTest {

    @RegisterExtension
    static final Target TARGET = Networks.target("spikes-csv", "taps.csv", "taps.csv", "weights: 0.5");

    @DictionaryEntries({"time", "tick", "neuron"})
    @CsvNumbers
    @FuzzTest
    void validate(byte[] input) {
        TARGET.feed(input);
    }
}
