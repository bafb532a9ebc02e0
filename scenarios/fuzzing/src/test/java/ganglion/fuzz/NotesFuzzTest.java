package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list of the notes of a data set, as NSynth has it. */
final class NotesFuzzTest {

    @RegisterExtension
    static final Target TARGET = Notes.target("notes", Notes.LIST)
            .editing(NotesFuzzTest.class)
            .command("compose", "--notes", "@notes", "--out", "@out", "--seconds", "0.2", "--rate", "8000");

    @FuzzTest
    void compose(byte[] input) {
        TARGET.feed(input);
    }
}
