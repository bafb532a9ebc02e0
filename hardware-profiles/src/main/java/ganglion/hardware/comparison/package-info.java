/**
 * What is asked about costs: what a conventional processor would take ({@link ganglion.hardware.comparison.Baseline}), up to
 * which activity a chip takes less ({@link ganglion.hardware.comparison.BreakEven}), how long a decision takes, and how a
 * cost depends on one figure ({@link ganglion.hardware.comparison.Recost}).
 */
package ganglion.hardware.comparison;
