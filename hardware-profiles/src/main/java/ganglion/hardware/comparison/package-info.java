/**
 * What is asked about costs: up to which activity a chip takes less than a conventional device ({@link
 * ganglion.hardware.comparison.BreakEven}), how long a decision takes, and how a cost depends on one figure ({@link
 * ganglion.hardware.comparison.Recost}).
 */
package ganglion.hardware.comparison;
