/**
 * What one decision takes on a device: {@link ganglion.hardware.estimate.DecisionEstimate} holds three energies, each under
 * its boundary and split into parts, the time of work, and how far the device's estimates can be trusted.
 */
package ganglion.hardware.estimate;
