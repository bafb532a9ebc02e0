/**
 * Files and folders that are written safely.
 *
 * <p>What is written appears complete or not at all: it grows as a {@link ganglion.documents.output.HiddenPlace} beside its
 * name and is moved there by one rename. A {@link ganglion.documents.output.PlaceClaim} keeps two processes from writing to
 * one place at once by a locked file, which the system frees when a process ends, however it ends; who claims a place clears what a
 * killed process has left of it.
 */
package ganglion.documents.output;
