/**
 * Scenarios as a suite of regression tests: finds them, runs each with all its points, twice where that is cheap, and writes
 * the results in the forms that build servers read.
 *
 * <pre>
 *   paths --ScenarioFinder--&gt; files --SuitePlan--&gt; cases --CaseRunner--&gt; results --JUnitXml, ResultJson--&gt; text
 * </pre>
 *
 * <p>A case that crashes, is late or runs out of memory is an error of this case, and the others are run. No case is repeated in the
 * hope that it passes then: two runs of one seed that differ are an error.
 */
package ganglion.scenario.suite;
