/**
 * Tables: those of an answer, as text or CSV ({@link ganglion.documents.table.Table}), and those of numbers in files: CSV, NPY, NPZ and
 * HDF5. One reader and one writer of each format for the whole project.
 */
package ganglion.documents.table;
