package ganglion.report.picture;

import ganglion.cochlea.CochleaOutput;
import java.util.Objects;

/**
 * The output of the cochlea for one clip, with the name that a picture shows.
 *
 * @param name name of the clip, such as its file name
 * @param label label of the clip in its data set; empty if it has none
 * @param hearing the output of the cochlea
 */
public record NamedHearing(String name, String label, CochleaOutput hearing) {

    public NamedHearing {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(hearing, "hearing");
    }

    /** A clip without a label. */
    public NamedHearing(String name, CochleaOutput hearing) {
        this(name, "", hearing);
    }
}
