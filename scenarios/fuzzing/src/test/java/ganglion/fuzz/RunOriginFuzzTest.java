package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What run directories say of their origin. */
final class RunOriginFuzzTest {

    @RegisterExtension
    static final Target TARGET = Runs.target("run-origin", "run/origin.json").editing(RunOriginFuzzTest.class);

    @FuzzTest
    void cost(byte[] input) {
        TARGET.feed(input);
    }
}
