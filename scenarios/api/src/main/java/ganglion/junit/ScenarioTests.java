package ganglion.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs the scenarios in the annotation {@link Scenarios}. */
public interface ScenarioTests {

    /**
     * One container per scenario, which runs when JUnit executes it.
     *
     * @throws IllegalStateException if the class has no annotation {@link Scenarios}, or there is no scenario at its paths
     */
    @TestFactory
    default Stream<DynamicNode> scenarios() {
        Scenarios chosen = getClass().getAnnotation(Scenarios.class);
        if (chosen == null) {
            throw ScenarioNodes.oneLine(new IllegalStateException(
                    getClass().getName() + " has no annotation @Scenarios, which names the scenarios"));
        }
        return new ScenarioNodes(chosen).all();
    }
}
