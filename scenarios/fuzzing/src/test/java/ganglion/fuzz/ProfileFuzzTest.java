package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Hardware profiles. */
final class ProfileFuzzTest {

    @RegisterExtension
    static final Target TARGET = new Target("profile", "chip.yaml")
            .editing(ProfileFuzzTest.class)
            .command("profile", "validate", "@chip.yaml");

    @FuzzTest
    void validate(byte[] input) {
        TARGET.feed(input);
    }
}
