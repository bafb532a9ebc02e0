/**
 * Files and folders that are written safely.
 *
 * <p>What is written appears complete or not at all: it grows as a {@link ganglion.documents.output.HiddenPlace} beside its
 * name and is moved there by one rename. A {@link ganglion.documents.output.PlaceClaim} keeps two processes from writing to
 * one place at once. Both hold a {@link ganglion.documents.output.LockFile}, which the system frees when a process ends,
 * however it ends. {@link ganglion.documents.output.Leftovers} deletes what processes left behind whose lock is free.
 */
package ganglion.documents.output;
