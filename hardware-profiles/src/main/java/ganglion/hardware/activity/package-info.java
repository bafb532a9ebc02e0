/**
 * Counts what a run makes a chip do, tick by tick and core by core, from the raster, the connectivity and the placement
 * alone. Counts are exact and know nothing of joules or seconds.
 */
package ganglion.hardware.activity;
