/** Speed of training and of inference by the learner. */
package ganglion.benchmarks.learning;
