/**
 * Looks at what a run gave: decides its clips, and holds it against what the scenario expects. Pure functions of the run's
 * results.
 */
package ganglion.scenario.expect;
