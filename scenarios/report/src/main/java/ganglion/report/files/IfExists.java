package ganglion.report.files;

/** What to do where a directory is to be written and there is one already. */
public enum IfExists {
    /** Leave it, and take the first free of {@code name-2}, {@code name-3}, ... */
    TAKE_ANOTHER_NAME,
    /** Replace it, if it is a run directory; anything else stays, and writing fails. */
    REPLACE
}
