package ganglion.scenario.experiment.architecture.broken.one;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.scenario.experiment.architecture.broken.two.AlsoBreaksRules;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;

/** Breaks every rule of the module. */
public final class BreaksRules {

    public static int mutable;

    private BreaksRules() {}

    static Optional<JsonNode> foreign() {
        Assertions.assertNotNull(AlsoBreaksRules.class);
        return Optional.empty();
    }

    static void print() {
        System.out.println(mutable);
    }

    static long clock() {
        return System.nanoTime();
    }

    static int chance() {
        return new Random().nextInt();
    }
}
