package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checkpoints of runs. */
final class RunCheckpointFuzzTest {

    @RegisterExtension
    static final Target TARGET = Networks.checkpoint("run-checkpoint", "run.checkpoint");

    @FuzzTest
    void resume(byte[] input) {
        TARGET.feed(input);
    }
}
