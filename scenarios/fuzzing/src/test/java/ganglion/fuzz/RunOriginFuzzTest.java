package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.AfterAll;

/** What run directories say of their origin. */
final class RunOriginFuzzTest {

    private static final Target TARGET =
            Runs.target("run-origin", "run/origin.json").editing(RunOriginFuzzTest.class);

    @FuzzTest
    void cost(byte[] input) {
        TARGET.feed(input);
    }

    @AfterAll
    static void report() {
        TARGET.report();
    }
}
