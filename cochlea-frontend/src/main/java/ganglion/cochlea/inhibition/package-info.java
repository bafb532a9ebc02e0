/** Lateral inhibition: sharpening across bands. */
package ganglion.cochlea.inhibition;
