/**
 * Learning rules other than backpropagation through time: the tempotron, and its published extensions for sounds,
 * {@link ganglion.learning.rule.MapTempotron}.
 */
package ganglion.learning.rule;
