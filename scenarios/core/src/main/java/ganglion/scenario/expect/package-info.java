/**
 * Evaluates a run: decides each clip, and compares the run with what the scenario expects. Pure functions of the results of
 * the run.
 */
package ganglion.scenario.expect;
