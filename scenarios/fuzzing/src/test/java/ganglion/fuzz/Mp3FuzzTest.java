package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** MP3, with and without tags. */
final class Mp3FuzzTest {

    @RegisterExtension
    static final Target TARGET = Sounds.target("mp3");

    @DictionaryEntries({"ID3", "TAG", "Xing", "Info"})
    @FuzzTest
    void decode(byte[] input) {
        TARGET.feed(input);
    }
}
