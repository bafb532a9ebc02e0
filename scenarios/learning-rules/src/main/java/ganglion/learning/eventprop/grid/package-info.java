/** Networks trained in continuous time as networks of the simulator, whose spikes lie on a grid of ticks. */
package ganglion.learning.eventprop.grid;
