/** The layers of an equivalent dense network, and how long a conventional processor takes for them and for a front end. */
package ganglion.hardware.dense;
