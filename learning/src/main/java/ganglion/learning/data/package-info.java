/**
 * Data sets: sounds in folders, processed by the front end, and recorded spikes. Files are untrusted: sizes and indices are checked
 * before they are used.
 */
package ganglion.learning.data;
