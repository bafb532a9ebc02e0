/**
 * Costs recorded runs again, on other chips or with other figures. A run directory holds the spikes and where its network comes
 * from; the network is built anew and compared by its fingerprint, so that a change of weights since is found out.
 */
package ganglion.report.cost;
