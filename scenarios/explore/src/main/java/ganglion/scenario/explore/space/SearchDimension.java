package ganglion.scenario.explore.space;

import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * One thing that a search may vary. A value has a coordinate, which the strategy computes with, a text, by which people and files name it,
 * and the settings that it makes in the experiment or in the compiled scenario.
 */
public sealed interface SearchDimension permits Choice, Range {

    /** Its name in the search document. */
    String name();

    /** A value by chance, as likely as any other on the scale of the dimension. */
    double random(RandomGenerator random);

    /** The text of a value, such as {@code 24} or {@code 10 ms}. */
    String text(double coordinate);

    /** The coordinate of a text that {@link #text} gave. */
    double coordinate(String text);

    /** All places that some value of it sets, as JSON pointers in the order of the alphabet. */
    Set<String> pointers();

    /** What a value sets: texts of YAML by JSON pointer; empty for a value that leaves the experiment as it is. */
    Map<String, String> settings(double coordinate);
}
