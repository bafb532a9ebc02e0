package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Experiment files of several tasks. */
final class ExperimentFuzzTest {

    @RegisterExtension
    static final Target TARGET = Trainings.experiment("experiment", "experiment.yaml")
            .editing(ExperimentFuzzTest.class)
            .command("validate", "@experiment.yaml");

    @FuzzTest
    void validate(byte[] input) {
        TARGET.feed(input);
    }
}
