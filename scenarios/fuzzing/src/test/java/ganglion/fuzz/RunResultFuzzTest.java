package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The results in run directories. */
final class RunResultFuzzTest {

    @RegisterExtension
    static final Target TARGET = Runs.target("run-result", "run/result.json").editing(RunResultFuzzTest.class);

    @FuzzTest
    void cost(byte[] input) {
        TARGET.feed(input);
    }
}
