package ganglion.scenario.data;

/**
 * A file and what in it is meant, as {@code weights.h5#/hidden} names them.
 *
 * @param file name of the file
 * @param part data set or group in it; empty if none is named
 */
public record PartOfFile(String file, String part) {

    /** Parts a text at its last {@code #}. */
    public static PartOfFile of(String text) {
        int hash = text.lastIndexOf('#');
        return hash < 0 ? new PartOfFile(text, "") : new PartOfFile(text.substring(0, hash), text.substring(hash + 1));
    }

    /** As documents have it: the file, {@code #} and the part. */
    public String written() {
        return part.isEmpty() ? file : file + "#" + part;
    }
}
