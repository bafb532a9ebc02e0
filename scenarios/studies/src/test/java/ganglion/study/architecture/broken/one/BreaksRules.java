package ganglion.study.architecture.broken.one;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.study.architecture.broken.two.AlsoBreaksRules;
import java.util.Optional;
import java.util.Random;
import javax.sound.midi.MidiSystem;
import org.jtransforms.fft.DoubleFFT_1D;
import org.junit.jupiter.api.Assertions;

/** Breaks every rule of the module. */
public final class BreaksRules {

    public static int mutable;

    private BreaksRules() {}

    static Optional<JsonNode> foreign() {
        Assertions.assertNotNull(AlsoBreaksRules.class);
        return Optional.empty();
    }

    static Object libraries() {
        return MidiSystem.getMidiDeviceInfo().length > 0 ? new DoubleFFT_1D(2) : "";
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
