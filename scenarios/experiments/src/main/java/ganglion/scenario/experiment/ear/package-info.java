/** Front ends that learn together with their network: what is trained, and the front end and network that come of it. */
package ganglion.scenario.experiment.ear;
