/**
 * The scenario's single clock. Every timestamp in the kernel is a {@code long} count of ticks; this package is the only
 * place that turns ticks into seconds and back.
 */
package ganglion.kernel.time;
