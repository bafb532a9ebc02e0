/** The layers of an equivalent dense network, and how long a conventional processor takes for them. */
package ganglion.hardware.dense;
