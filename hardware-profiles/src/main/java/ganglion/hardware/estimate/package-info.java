/**
 * What one decision takes on a device: {@link ganglion.hardware.estimate.DecisionEstimate} holds three energies, each under
 * its boundary and split into parts, the time of work, and how far the device's estimates can be trusted. Beside it what is
 * asked about costs: up to which activity a chip takes less than a conventional device ({@link
 * ganglion.hardware.estimate.BreakEven}), and how long a decision takes ({@link ganglion.hardware.estimate.DecisionLatency}).
 */
package ganglion.hardware.estimate;
