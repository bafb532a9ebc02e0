/**
 * Many sounds at once: what files a data set has and how they are labelled, and reading all of them although some may be
 * broken. Folders and lists are untrusted: they are bounded, and no name in a list leads out of its folder.
 */
package ganglion.cochlea.data;
