package ganglion.scenario.experiment.data;

import ganglion.learning.data.Performer;
import ganglion.learning.sample.Sample.SampleInput;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A sample of a data set, usually not read yet.
 *
 * @param name name in reports and in lists of names
 * @param label its class
 * @param group name of its group; a group is held out as a whole or not at all
 * @param file file of the sample
 * @param input input of the network, for samples that are read with the data set
 * @param performer performer of the sound
 */
public record Example(
        String name, String label, String group, Path file, Optional<SampleInput> input, Performer performer) {

    /** A sample that is a file of its own. */
    Example(String label, String group, Path file) {
        this(nameOf(file), label, group, file, Optional.empty(), Performer.AS_RECORDED);
    }

    /** The same of another class, by another performer. */
    Example as(String otherLabel, Performer other) {
        return new Example(name, otherLabel, group, file, input, other);
    }

    /** The name of a file without its folder and extension. */
    static String nameOf(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
