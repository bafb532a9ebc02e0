package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** RIFF WAVE. */
final class WaveFuzzTest {

    @RegisterExtension
    static final Target TARGET = Sounds.target("wave");

    @DictionaryEntries({"RIFF", "fmt ", "data", "LIST", "RF64", "ds64", "fact"})
    @FuzzTest
    void decode(byte[] input) {
        TARGET.feed(input);
    }
}
