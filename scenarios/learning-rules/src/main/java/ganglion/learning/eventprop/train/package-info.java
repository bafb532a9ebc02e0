/** Training of networks in continuous time: a fresh network that fires, batches, Adam, and the classifier that comes of it. */
package ganglion.learning.eventprop.train;
