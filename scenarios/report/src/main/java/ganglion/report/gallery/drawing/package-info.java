/** Draws the pictures of the gallery: spikes and rates, curves beside theory, maps, windows of plasticity, energies. */
package ganglion.report.gallery.drawing;
