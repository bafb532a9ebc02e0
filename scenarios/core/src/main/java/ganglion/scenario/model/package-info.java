/**
 * What a scenario file says: {@link ganglion.scenario.model.Scenario} and its parts. Immutable records without behaviour of
 * their own, and {@link ganglion.scenario.model.BitTrueChip}, by which modules compute a chip. Other packages read, bind, run and check them:
 *
 * <pre>
 *   scenario file --format--&gt; Scenario --bind--&gt; Network --run--&gt; ScenarioRun
 *                                         ^                  |
 *                              weights, raster files       expect
 * </pre>
 *
 * <p>Quantities are in SI units, or in whole ticks of the scenario's clock where the name says so. Paths are absolute.
 */
package ganglion.scenario.model;
