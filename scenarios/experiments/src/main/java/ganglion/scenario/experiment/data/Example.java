package ganglion.scenario.experiment.data;

import ganglion.learning.sample.SampleInput;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A sample of a data set, most often not read yet.
 *
 * @param name by which reports and lists of names know it
 * @param label its class
 * @param group what it must not be parted from
 * @param file where it is
 * @param input what the network sees, for samples that were read with the data set
 * @param played whether it is a note of a machine that is given the breath of a player
 */
public record Example(String name, String label, String group, Path file, Optional<SampleInput> input, boolean played) {

    /** A sample that is a file of its own. */
    Example(String label, String group, Path file) {
        this(nameOf(file), label, group, file, Optional.empty(), false);
    }

    /** The same of another class, and with or without the breath of a player. */
    Example as(String otherLabel, boolean withBreath) {
        return new Example(name, otherLabel, group, file, input, withBreath);
    }

    /** The name of a file without its folder and extension. */
    static String nameOf(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
