package ganglion.report;

import ganglion.cochlea.Hearing;
import java.util.Objects;

/**
 * What was heard of one clip, with the name that a picture shows.
 *
 * @param name what people call the clip, such as its file name
 * @param hearing the clip as heard
 */
public record NamedHearing(String name, Hearing hearing) {

    public NamedHearing {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(hearing, "hearing");
    }
}
