/**
 * Graphs in the Neuromorphic Intermediate Representation (NIR): what their HDF5 files say, as immutable records, and the
 * files again. Nothing here knows what a graph means in ticks; that is {@code ganglion.scenario.interchange.compile}.
 *
 * <p>Source: Pedersen et al., "Neuromorphic intermediate representation", Nature Communications 15:8122, 2024, and the file
 * layout of version 1 of its reference package.
 */
package ganglion.scenario.interchange.nir;
