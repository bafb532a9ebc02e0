package ganglion.scenario.explore.architecture.broken.one;

import ganglion.scenario.explore.architecture.broken.two.AlsoBreaksRules;
import java.util.Random;
import org.junit.jupiter.api.Assertions;

/** Breaks every rule of the module. */
public final class BreaksRules {

    public static int mutable;

    private BreaksRules() {}

    static void foreign() {
        Assertions.assertNotNull(AlsoBreaksRules.class);
    }

    static void print() {
        System.err.println(mutable);
    }

    static long clock() {
        return System.nanoTime();
    }

    static int chance() {
        return new Random().nextInt();
    }
}
