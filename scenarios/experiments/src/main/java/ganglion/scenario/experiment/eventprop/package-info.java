/**
 * Experiments that train spiking networks with EventProp. {@link ganglion.scenario.experiment.eventprop.EventPropTask} is the task with its
 * keys. A run trains in continuous time, chooses the best epoch, and judges its network on ticks, as a scenario runs it.
 */
package ganglion.scenario.experiment.eventprop;
