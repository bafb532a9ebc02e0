/**
 * What comes into the network: the keys of an input, what a document may say of them, and how they become an {@link
 * ganglion.scenario.model.Input}. {@link ganglion.scenario.format.input.InputKeys} is the door; each kind of source has a class
 * of its own.
 */
package ganglion.scenario.format.input;
