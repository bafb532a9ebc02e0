package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checkpoints of trainings. */
final class TrainingCheckpointFuzzTest {

    @RegisterExtension
    static final Target TARGET = Trainings.target("training-checkpoint").mending(Checksums::zip);

    @FuzzTest
    void resume(byte[] input) {
        TARGET.feed(input);
    }
}
