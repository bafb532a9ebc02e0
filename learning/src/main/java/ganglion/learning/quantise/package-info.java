/**
 * Training for the weights that a chip can hold. While training, the network computes with weights that are rounded and
 * thinned out, and gradients change the exact weights behind them as if they were the ones used (straight-through; Bengio,
 * Leonard and Courville, arXiv 1308.3432, 2013; Courbariaux et al., NeurIPS 2015).
 */
package ganglion.learning.quantise;
