/** The parts of a profile: what a chip is made of, what it can hold, how it keeps time and what its operations cost. */
package ganglion.hardware.profile;
