/** Tables of numbers in files: CSV, NPY, NPZ and HDF5. One reader and one writer of each format for the whole project. */
package ganglion.documents.table;
