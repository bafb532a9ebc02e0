/**
 * From the sound files of a scenario to spikes on its timeline: clips are decoded and heard one by one, on several threads,
 * and laid out one after the other.
 */
package ganglion.scenario.hear;
