package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.AfterAll;

/** Experiment files of several tasks. */
final class ExperimentFuzzTest {

    private static final Target TARGET = Trainings.experiment("experiment", "experiment.yaml")
            .editing(ExperimentFuzzTest.class)
            .command("validate", "@experiment.yaml");

    @FuzzTest
    void validate(byte[] input) {
        TARGET.feed(input);
    }

    @AfterAll
    static void report() {
        TARGET.report();
    }
}
