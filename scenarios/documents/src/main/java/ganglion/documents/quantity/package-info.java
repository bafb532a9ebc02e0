/** Numbers with units: read from text such as {@code 23.6 pJ}, kept in SI base units, and written back in a human-readable form. */
package ganglion.documents.quantity;
