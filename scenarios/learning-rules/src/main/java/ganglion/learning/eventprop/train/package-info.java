/** Training of networks in continuous time: a fresh network that fires, batches, Adam on weights and delays, and the classifier that comes of it. */
package ganglion.learning.eventprop.train;
