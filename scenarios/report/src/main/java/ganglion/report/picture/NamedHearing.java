package ganglion.report.picture;

import ganglion.cochlea.CochleaOutput;
import java.util.Objects;

/**
 * The output of the cochlea for one clip, with the name that a picture shows.
 *
 * @param name name of the clip, such as its file name
 * @param hearing the output of the cochlea
 */
public record NamedHearing(String name, CochleaOutput hearing) {

    public NamedHearing {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(hearing, "hearing");
    }
}
