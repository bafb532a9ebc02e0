package ganglion.report.files;

/** What to do if the directory that is to be written exists. */
public enum IfExists {
    /** Leave it, and take the first free of {@code name-2}, {@code name-3}, ... */
    TAKE_ANOTHER_NAME,
    /** Replace it if Ganglion wrote it; any other directory stays, and writing fails. */
    REPLACE
}
