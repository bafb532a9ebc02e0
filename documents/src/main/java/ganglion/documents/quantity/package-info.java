/** Numbers with units: read from text such as {@code 23.6 pJ}, kept in SI base units, and written back for people. */
package ganglion.documents.quantity;
