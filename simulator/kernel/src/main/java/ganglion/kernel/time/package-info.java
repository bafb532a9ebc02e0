/**
 * The scenario's single clock. Every timestamp in the kernel is a {@code long} count of ticks; this package is the only
 * place that turns ticks into seconds and back. Counting whole ticks makes "at the same time" exact: two delays of 0.1 ms
 * and one of 0.2 ms meet at one tick, which sums of seconds would miss by a rounding error.
 */
package ganglion.kernel.time;
