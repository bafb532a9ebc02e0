/**
 * What a network did, layer by layer, in sizes and counts alone: activity files, which any tool can write, and how such a network would lie on
 * the cores of a chip.
 */
package ganglion.hardware.layered;
