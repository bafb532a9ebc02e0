/** Turns counts of operations into joules, without counting any energy twice and without inventing any. */
package ganglion.hardware.energy;
