/**
 * Studies that need no data sets: learning the Fourier transform, reading amplitudes of tones off it, and recognising a
 * rhythm. Each is an experiment, its task with the keys, and its run.
 */
package ganglion.scenario.experiment.study;
