package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists of synapses as CSV. */
final class EdgesFuzzTest {

    @RegisterExtension
    static final Target TARGET = Networks.target("edges", "edges.csv", "taps.csv", "connectivity: edges.csv")
            .beside("taps.csv", Networks.SPIKES);

    @DictionaryEntries({"source", "target", "weight", "delay"})
    @CsvNumbers
    @FuzzTest
    void validate(byte[] input) {
        TARGET.feed(input);
    }
}
