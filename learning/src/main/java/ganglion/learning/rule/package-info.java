/**
 * Learning rules other than backpropagation through time: the tempotron, and what the literature built on it for sounds,
 * {@link ganglion.learning.rule.MapTempotron}.
 */
package ganglion.learning.rule;
