/**
 * Spikes in the file formats of the field: SHD and SSC (HDF5 with lists of different length), SONATA, NumPy arrays and CSV.
 * AEDAT recordings of event cameras are not read: no maintained reader for the JVM exists.
 */
package ganglion.scenario.interchange.spikedata;
