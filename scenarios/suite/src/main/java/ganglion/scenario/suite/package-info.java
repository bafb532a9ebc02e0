/**
 * Scenarios as a suite of regression tests: finds them, runs each with all its points, twice where that is cheap, and says
 * how it went in the forms that build servers read.
 *
 * <pre>
 *   paths --ScenarioFinder--&gt; files --SuitePlan--&gt; cases --WorkerPool--&gt; results --&gt; JUnit XML, TAP
 *                                                            |      ^
 *                                            request, a line |      | result, a line
 *                                                            v      |
 *                                                  WorkerLoop (a process) --&gt; CaseRunner
 * </pre>
 *
 * <p>Cases run in processes of their own, so that one that dies, hangs or eats all memory is an error of its own and of no
 * other. Nothing is ever run again to see whether it passes then: a scenario whose second run differs is itself the error.
 */
package ganglion.scenario.suite;
