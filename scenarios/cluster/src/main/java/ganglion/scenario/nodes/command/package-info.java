/**
 * Runs on several nodes at the command line: {@code ganglion node} offers a machine, and {@link
 * ganglion.scenario.nodes.command.NodeOptions} spread a run over the nodes.
 */
package ganglion.scenario.nodes.command;
