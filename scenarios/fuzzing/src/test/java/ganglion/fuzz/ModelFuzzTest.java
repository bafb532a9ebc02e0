package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import ganglion.scenario.experiment.format.SavedClassifier;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Model files of the learner. */
final class ModelFuzzTest {

    @RegisterExtension
    static final Target TARGET = new Target("model", "model.zip")
            .mending(Checksums::zip)
            .reader(SavedClassifier::read)
            .command("export", "@model.zip", "--tick", "1ms", "--reset-at-once", "--out", "@out.nir");

    @FuzzTest
    void read(byte[] input) {
        TARGET.feed(input);
    }
}
