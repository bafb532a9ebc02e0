/**
 * How gradients change parameters. A {@link ganglion.learning.optimiser.Rule} says, for each step, a few numbers; three
 * element-wise updates, written for doubles and for floats, take them. Rules are those of PyTorch 2.6, constants and order
 * of operations included.
 */
package ganglion.learning.optimiser;
