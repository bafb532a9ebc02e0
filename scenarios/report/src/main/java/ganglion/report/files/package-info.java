/** Directories and files that appear complete or not at all, and checksums of what was written. */
package ganglion.report.files;
