package ganglion.hardware.library;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.text;

import ganglion.documents.key.IntegerType;
import ganglion.documents.key.TextType;

/** Types that many keys of a profile have. */
final class ProfileTypes {

    static final TextType LINE = text("a line of text").length(1, 2000).named("text");
    static final TextType NAME = text("a name of lower-case letters, digits and hyphens")
            .matching("^[a-z0-9]+(-[a-z0-9]+)*$")
            .length(0, 60)
            .named("name");
    static final IntegerType SIZE = integer().from(1).to(65536);

    private ProfileTypes() {}
}
