package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Standard MIDI Files, as scores of mixtures. */
final class MidiFuzzTest {

    @RegisterExtension
    static final Target TARGET = Notes.target("midi", "score.mid")
            .beside(Notes.LIST, Notes.OF_ONE)
            .command(
                    "compose",
                    "@score.mid",
                    "--notes",
                    "@notes",
                    "--out",
                    "@out",
                    "--seconds",
                    "0.3",
                    "--rate",
                    "8000");

    @DictionaryEntries({"MThd", "MTrk"})
    @FuzzTest
    void compose(byte[] input) {
        TARGET.feed(input);
    }
}
