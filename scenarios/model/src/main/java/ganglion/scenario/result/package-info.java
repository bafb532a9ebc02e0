/**
 * What a run of a scenario gives: {@link ganglion.scenario.result.ScenarioRun} and its parts, and how a run is asked for and
 * watched. Immutable records; times are in SI units or in whole ticks of the scenario's clock, as their names say.
 */
package ganglion.scenario.result;
