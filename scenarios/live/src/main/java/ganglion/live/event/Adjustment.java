package ganglion.live.event;

/**
 * Something that may be changed while a session runs.
 *
 * @param name its word in events and logs, such as {@code gain}
 * @param title its name on the page
 * @param unit of its values; empty for a factor
 * @param least smallest value
 * @param most largest value
 * @param step distance of the values that a slider offers
 * @param value the value now
 */
public record Adjustment(
        String name, String title, String unit, double least, double most, double step, double value) {}
