/** What a simulation gives. */
package ganglion.kernel;
