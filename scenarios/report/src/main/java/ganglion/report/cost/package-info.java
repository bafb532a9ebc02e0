/**
 * Estimates the energy and time of recorded runs again, on other chips. A run directory holds the spikes and names
 * the scenario. The network is built again and compared by its fingerprint, so that changed weights are detected.
 */
package ganglion.report.cost;
