/**
 * Where the network of a recorded run comes from: what a run directory says of it, and a fingerprint by which a network that is built
 * anew is known to be the one that ran.
 */
package ganglion.report.origin;
