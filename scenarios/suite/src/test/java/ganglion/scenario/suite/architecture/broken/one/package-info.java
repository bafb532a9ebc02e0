/** Types that break the rules of the suite, to show that each rule can fail. */
package ganglion.scenario.suite.architecture.broken.one;
