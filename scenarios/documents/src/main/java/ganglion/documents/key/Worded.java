package ganglion.documents.key;

/** An enumeration whose constants documents, reports and the command line write as words: {@code AT_ONCE} is {@code at-once}. */
public interface Worded {

    /** The word, such as {@code at-once}. */
    default String word() {
        return WordType.wordOf((Enum<?>) this);
    }
}
