package ganglion.cochlea.architecture.broken.one;

import com.fasterxml.jackson.core.JsonFactory;
import ganglion.cochlea.architecture.broken.two.AlsoBreaksRules;
import ganglion.cochlea.encode.LifEncoder;
import javax.sound.sampled.AudioSystem;
import org.jtransforms.fft.DoubleFFT_1D;
import org.junit.jupiter.api.Assertions;

/** Breaks every rule of the module. */
public final class BreaksRules {

    public static int mutable;

    private BreaksRules() {}

    static Object foreign() {
        Assertions.assertNotNull(AlsoBreaksRules.class);
        return new JsonFactory();
    }

    static Object library() {
        return new DoubleFFT_1D(2);
    }

    static Object sound() {
        return AudioSystem.getMixerInfo();
    }

    static boolean isKnown(Object encoder) {
        System.err.println(encoder);
        return encoder instanceof LifEncoder;
    }

    static long clock() {
        return System.nanoTime() + mutable;
    }
}
