/**
 * The run directory: writes it, reads it back and compares two of them. {@code result.json} describes the run, {@code origin.json} says
 * which scenario it comes from. The network is not stored: it is built again from the scenario, and a fingerprint shows whether it is the
 * one that ran.
 */
package ganglion.report.run;
