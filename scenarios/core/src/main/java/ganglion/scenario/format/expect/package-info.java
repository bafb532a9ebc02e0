/**
 * What a scenario may expect of its run. A kind of expectation is an entry in one of the classes of this package, which
 * states what it looks at and which limits go with it, and a word in the list of {@link
 * ganglion.scenario.format.expect.ExpectationKeys}.
 */
package ganglion.scenario.format.expect;
