/**
 * Which class sounds belong to, by a scenario that decides. Each sound is a run of its own, from the initial state of the network, so that
 * no answer depends on the sounds before it.
 */
package ganglion.scenario.classify;
