/** Directories that appear complete or not at all, where they go, and checksums of what was written. */
package ganglion.report.files;
