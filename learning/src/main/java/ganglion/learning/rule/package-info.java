/**
 * What a classifier is that learned by another rule than backpropagation through time, and how it is tried. The rules themselves are
 * products of other modules.
 */
package ganglion.learning.rule;
