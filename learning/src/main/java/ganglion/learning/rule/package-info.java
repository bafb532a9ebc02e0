/** Learning rules other than backpropagation through time. */
package ganglion.learning.rule;
