/**
 * Data sets of sounds: which files they have and how they are labelled, and reading all files although some may be broken.
 * Folders and lists are untrusted: their sizes are bounded, and no name in a list leads out of its folder.
 */
package ganglion.cochlea.data;
