package ganglion.scenario.architecture.broken.one;

import ganglion.scenario.architecture.broken.two.Accomplice;
import ganglion.scenario.run.ScenarioRunner;
import java.util.Random;
import javax.swing.JLabel;

/** Breaks every rule of the engine, with the help of a type of another package. */
public final class RuleBreaker {

    /** Anyone may change it. */
    public int changes;

    /** Uses what the engine must not use. */
    public long use(JLabel label, ScenarioRunner runner) {
        System.out.println(label + " " + runner + new Accomplice(this));
        return new Random().nextLong() + System.nanoTime();
    }
}
