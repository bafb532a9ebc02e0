package ganglion.learning.data;

import ganglion.learning.sample.Sample;
import java.util.List;

/**
 * Samples and the names of their classes.
 *
 * @param samples in the order of the data set
 * @param classes name of each class, by number
 * @param groups name of the group of each sample, such as its speaker; empty if the data set has none
 */
public record LabelledSamples(List<Sample> samples, List<String> classes, List<String> groups) {

    /** @throws IllegalArgumentException if a sample is of a class that has no name, or only some samples have a group */
    public LabelledSamples {
        samples = List.copyOf(samples);
        classes = List.copyOf(classes);
        groups = List.copyOf(groups);
        if (!groups.isEmpty() && groups.size() != samples.size()) {
            throw new IllegalArgumentException("found " + groups.size() + " groups of " + samples.size()
                    + " samples, expected one for each or none");
        }
        for (Sample sample : samples) {
            if (sample.label() >= classes.size()) {
                throw new IllegalArgumentException(
                        "a sample is of class " + sample.label() + ", but there are " + classes.size() + " classes");
            }
        }
    }

    /** Samples without groups. */
    public LabelledSamples(List<Sample> samples, List<String> classes) {
        this(samples, classes, List.of());
    }
}
