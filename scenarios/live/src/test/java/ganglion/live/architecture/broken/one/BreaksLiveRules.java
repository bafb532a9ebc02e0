package ganglion.live.architecture.broken.one;

import ganglion.live.architecture.broken.two.AlsoBreaksLiveRules;
import java.util.Random;
import org.junit.jupiter.api.Assertions;

/** Breaks every rule of the module. */
public final class BreaksLiveRules {

    public static int mutable;

    private BreaksLiveRules() {}

    static long back() {
        Assertions.assertNotNull(AlsoBreaksLiveRules.class);
        return System.currentTimeMillis() + new Random().nextInt();
    }
}
