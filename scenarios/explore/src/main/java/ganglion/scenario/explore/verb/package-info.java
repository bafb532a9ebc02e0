/** {@code ganglion explore}: options, progress, and the files and text of what was found. */
package ganglion.scenario.explore.verb;
