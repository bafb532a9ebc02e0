/**
 * Reads profile documents into {@link ganglion.hardware.chip.HardwareProfile}, checks what a schema cannot see, and keeps
 * the profiles that ship with Ganglion.
 */
package ganglion.hardware.library;
