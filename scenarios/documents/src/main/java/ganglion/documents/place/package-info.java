/**
 * Reading documents by their places: a file with all that it extends, the values of the command line put in, and a {@link
 * ganglion.documents.place.Place} for every value, so that whatever is wrong is reported with its file, line and pointer.
 */
package ganglion.documents.place;
