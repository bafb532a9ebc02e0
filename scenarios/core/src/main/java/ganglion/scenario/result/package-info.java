/**
 * The result of a run, {@link ganglion.scenario.result.ScenarioRun}, and its parts; also the settings of a run and its
 * progress. Immutable records; times are in SI units or in whole ticks of the scenario's clock, as their names say.
 */
package ganglion.scenario.result;
