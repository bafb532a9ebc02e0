/**
 * Counts the operations of a chip in a run, tick by tick and core by core, from the raster, the numbers that flow in, the
 * connectivity and the placement alone. Counts are exact; energies and times come later.
 */
package ganglion.hardware.activity;
