/** Training samples: an input over time, and the class that it belongs to. */
package ganglion.learning.sample;
