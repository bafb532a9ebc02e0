/** Single figures of a chip with their evidence: value, unit, interval, kind of evidence and source. */
package ganglion.hardware.figure;
