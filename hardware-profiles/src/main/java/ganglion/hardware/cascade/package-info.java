/** What a small detector that is always on saves if it wakes a larger network: energy by how often the event happens, and the break-even. */
package ganglion.hardware.cascade;
