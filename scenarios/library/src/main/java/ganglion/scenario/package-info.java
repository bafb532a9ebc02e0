/**
 * The vocabulary of scenarios: what a scenario file says ({@link ganglion.scenario.Scenario} and its parts), what a run of
 * it gave ({@link ganglion.scenario.ScenarioRun} and its parts), and what is wrong with a file ({@link
 * ganglion.scenario.Problem}). Immutable records without behaviour of their own; the packages below read, bind, run and
 * check them:
 *
 * <pre>
 *   scenario file --format--&gt; Scenario --bind--&gt; Network --run--&gt; ScenarioRun
 *                                         ^                  |
 *                              weights, raster files       expect
 * </pre>
 *
 * <p>Quantities are in SI units, or in whole ticks of the scenario's clock where the name says so. Paths are absolute.
 */
package ganglion.scenario;
