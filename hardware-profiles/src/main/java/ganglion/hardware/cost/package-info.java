/**
 * Prices a run on a chip. {@link ganglion.hardware.cost.Costing} places the network, counts its operations in one walk
 * through the run, turns the counts into joules and the ticks into seconds, and gives one {@link
 * ganglion.hardware.cost.ChipCost} per request. No energy is counted twice, and none is invented: what has no figure is
 * named instead.
 */
package ganglion.hardware.cost;
