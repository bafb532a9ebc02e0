/** Types that break the rules of the engine, to show that each rule can fail. */
package ganglion.scenario.architecture.broken.one;
