/**
 * Random numbers that are a function of where they are used, never of when: a generator is asked for the number at an
 * index. Hence any part of a network or a run can be drawn in any order, by any core, with the same outcome.
 */
package ganglion.kernel.random;
