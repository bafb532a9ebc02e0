/** The tasks {@code map-tempotron}, {@code stdp} and {@code eventprop} of experiments: their keys and their runs. */
package ganglion.rule.experiment;
