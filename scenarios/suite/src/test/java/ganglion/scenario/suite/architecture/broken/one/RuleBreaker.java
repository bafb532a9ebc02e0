package ganglion.scenario.suite.architecture.broken.one;

import ganglion.scenario.suite.architecture.broken.two.Accomplice;
import java.io.IOException;
import java.util.Random;
import javax.swing.JLabel;

/** Breaks every rule of the suite, with the help of a type of another package. */
public final class RuleBreaker {

    /** Anyone may change it. */
    public int changes;

    /** Uses what the suite must not use. */
    public int use(JLabel label) throws IOException {
        new ProcessBuilder("true").start();
        System.out.println(label + " " + new Accomplice(this));
        new Thread(() -> {}).start();
        return new Random().nextInt();
    }
}
