/**
 * Experiments that train spiking networks with EventProp, in continuous time: {@link
 * ganglion.scenario.experiment.eventprop.EventPropTask} is the task with its keys, and a run trains, chooses the best epoch and judges it
 * on ticks, as a scenario runs it.
 */
package ganglion.scenario.experiment.eventprop;
