/**
 * The studies as experiments: learning the Fourier transform, reading amplitudes of tones off it, and recognising a rhythm. For
 * each there is what its file asks for, its {@link ganglion.scenario.experiment.task.Task} with the keys of the file, and its
 * run. None needs data sets.
 */
package ganglion.study.experiment;
