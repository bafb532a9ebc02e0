package ganglion.scenario.explore.cascade;

import java.util.List;

/**
 * The two classes of a detector. An event of one class keeps its name, so that a detector names it as any network does.
 *
 * @param event the class that wakes
 * @param other the class of all other samples
 */
public record DetectorClasses(String event, String other) {

    private static final String SEVERAL = "event";
    private static final String NONE = "none";

    /** Those of events of some classes. */
    public static DetectorClasses of(List<String> events) {
        String event = events.size() == 1 ? events.get(0) : SEVERAL;
        return new DetectorClasses(event, event.equals(NONE) ? "other" : NONE);
    }

    /** By number: a single output stands for the second. */
    public List<String> names() {
        return List.of(other, event);
    }
}
