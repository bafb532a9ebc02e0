package ganglion.hardware.architecture.broken.one;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.hardware.architecture.broken.two.AlsoBreaksRules;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;

/** Breaks every rule of the module. */
public final class BreaksRules {

    public static int mutable;

    private BreaksRules() {}

    static Optional<JsonNode> foreign() {
        Assertions.assertNotNull(AlsoBreaksRules.class);
        return Optional.empty();
    }

    static long clock() {
        return System.nanoTime() + mutable;
    }
}
