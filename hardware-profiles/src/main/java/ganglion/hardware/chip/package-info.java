/**
 * A chip as a document describes it: its mesh, what it can hold, how its ticks pass, and what each operation costs. Plain
 * data that knows nothing of documents; {@link ganglion.hardware.chip.HardwareProfile} holds all of it.
 */
package ganglion.hardware.chip;
