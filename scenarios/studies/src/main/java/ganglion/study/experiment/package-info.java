/**
 * The studies as experiments: learning the Fourier transform, reading amplitudes of tones off it, and recognising a rhythm. Each
 * has a record with the content of its file, a {@link ganglion.scenario.experiment.task.Task} with the keys of the file, and a
 * run. None needs data sets.
 */
package ganglion.study.experiment;
