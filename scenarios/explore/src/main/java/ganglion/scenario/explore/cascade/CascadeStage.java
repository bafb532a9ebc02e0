package ganglion.scenario.explore.cascade;

import java.util.List;

/**
 * A saved network on its device.
 *
 * @param name of the point
 * @param profile the device
 * @param computes what the device computes, with the number format where it has one
 * @param detector whether it knows two classes only, event or not
 * @param validation what it does in validation, which cascades are chosen by
 * @param held what it does on the test set, which nothing is chosen by; in validation if there is none
 */
public record CascadeStage(
        String name, String profile, String computes, boolean detector, StageFigures validation, StageFigures held) {

    /** One that knows all classes. */
    public CascadeStage(String name, String profile, String computes, StageFigures validation, StageFigures held) {
        this(name, profile, computes, false, validation, held);
    }

    /** The same as a detector. */
    public CascadeStage asDetector() {
        return new CascadeStage(name, profile, computes, true, validation, held);
    }

    /** Winners of it that stand for events. @param events classes of the event */
    public List<String> events(List<String> events) {
        return detector ? List.of(DetectorClasses.of(events).event()) : events;
    }

    /** Whether it can tell events of different classes, or there is but one. */
    public boolean names(List<String> events) {
        return !detector || events.size() == 1;
    }
}
