/** From a network that learned with EventProp to a scenario that decides the same, and the proof that it fires the same spikes. */
package ganglion.rule.compile;
