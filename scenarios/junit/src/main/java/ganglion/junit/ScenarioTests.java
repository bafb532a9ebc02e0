package ganglion.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs the scenarios that the class names in its annotation {@link Scenarios}. */
public interface ScenarioTests {

    /**
     * A container for each scenario, which is run when JUnit comes to it.
     *
     * @throws IllegalStateException if the class has no annotation {@link Scenarios}, or nothing is found where it points
     */
    @TestFactory
    default Stream<DynamicNode> scenarios() {
        Scenarios chosen = getClass().getAnnotation(Scenarios.class);
        if (chosen == null) {
            throw new IllegalStateException(
                    getClass().getName() + " has no annotation @Scenarios, which says what is run");
        }
        return new ScenarioNodes(chosen).all();
    }
}
