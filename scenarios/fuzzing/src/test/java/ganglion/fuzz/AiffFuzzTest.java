package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** AIFF, AIFF-C and AU, which the JDK decodes. */
final class AiffFuzzTest {

    @RegisterExtension
    static final Target TARGET = Sounds.target("aiff");

    @DictionaryEntries({"FORM", "AIFC", "COMM", "SSND", "FVER", ".snd", "sowt", "fl32"})
    @FuzzTest
    void decode(byte[] input) {
        TARGET.feed(input);
    }
}
