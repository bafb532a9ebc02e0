/**
 * What the estimates of a run are compared with: the equivalent dense network, the activity at break-even, operations as the
 * literature counts them. Also the time from sound to decision, and the operations of the front end.
 */
package ganglion.scenario.cost;
