/**
 * Reads profile documents into {@link ganglion.hardware.chip.HardwareProfile}, checks what a schema cannot see, keeps the
 * profiles that ship with Ganglion, and lists their figures as rows of a table.
 */
package ganglion.hardware.library;
