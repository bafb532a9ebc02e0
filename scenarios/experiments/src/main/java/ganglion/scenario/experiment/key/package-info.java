/**
 * The keys that experiments of several tasks share, each declared once: data sets, features, augmentation, networks and
 * training. A task puts its files together from them. Features are read first: they set the clock, and the {@link
 * ganglion.scenario.experiment.Features} in the reading that data, augmentation and networks need.
 */
package ganglion.scenario.experiment.key;
