package ganglion.api.architecture.broken.one;

import ganglion.api.GanglionApi;
import ganglion.api.architecture.broken.two.AlsoBreaksApiRules;
import java.util.Random;
import org.junit.jupiter.api.Assertions;

/** Breaks every rule of the module. */
public final class BreaksApiRules {

    public static int mutable;

    private BreaksApiRules() {}

    static int back() {
        Assertions.assertNotNull(AlsoBreaksApiRules.class);
        return new Random().nextInt(GanglionApi.devices().size());
    }
}
