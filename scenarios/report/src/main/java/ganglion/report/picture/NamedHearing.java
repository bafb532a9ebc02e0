package ganglion.report.picture;

import ganglion.cochlea.CochleaOutput;
import java.util.Objects;

/**
 * What was heard of one clip, with the name that a picture shows.
 *
 * @param name what people call the clip, such as its file name
 * @param label what the clip is, as a data set has it; empty if nobody says
 * @param hearing the clip as heard
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
