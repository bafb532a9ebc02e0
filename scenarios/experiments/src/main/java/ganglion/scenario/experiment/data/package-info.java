/**
 * The data of experiments: which samples a data set has, which of them are held out, and what the network sees of them.
 * Folders, tables and lists are untrusted: they are bounded, and no name in them leads out of their folder.
 */
package ganglion.scenario.experiment.data;
