/**
 * Runs a scenario: hears its clips, builds the network, simulates it, decides, costs it on each chip and checks the
 * expectations. The whole is a function of the scenario and its files; how many threads work on it shows in the times
 * alone.
 */
package ganglion.scenario.run;
