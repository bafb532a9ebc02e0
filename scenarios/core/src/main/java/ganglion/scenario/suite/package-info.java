/**
 * Scenarios as a suite of regression tests: finds them, runs each with all its points, twice where that is cheap, and writes
 * the results in the forms that build servers read.
 *
 * <pre>
 *   paths --ScenarioFinder--&gt; files --SuitePlan--&gt; cases --WorkerPool--&gt; results --JUnitXml, ResultJson--&gt; text
 *                                                           |      ^
 *                                      one line per request |      | one line per result
 *                                                           v      |
 *                                                  WorkerLoop (a process) --&gt; CaseRunner
 * </pre>
 *
 * <p>Each worker is a process. A case that crashes, hangs or runs out of memory is an error of this case, and the others are
 * not affected. No case is repeated in the hope that it passes then: two runs of one seed that differ are an error.
 */
package ganglion.scenario.suite;
