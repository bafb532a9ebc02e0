/** Single figures of a chip with their evidence: value, unit, how it came to be known, and who says so. */
package ganglion.hardware.figure;
