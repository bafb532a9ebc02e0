package ganglion.scenario.interchange.architecture.broken.one;

import ganglion.scenario.interchange.architecture.broken.two.AlsoBreaksRules;
import java.util.Random;
import org.junit.jupiter.api.Assertions;

/** Breaks every rule of the module. */
public final class BreaksRules {

    public static int mutable;

    private BreaksRules() {}

    static void foreign() {
        Assertions.assertNotNull(AlsoBreaksRules.class);
        System.out.println(new Random().nextInt());
    }
}
